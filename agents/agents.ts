import type { Agent } from './runtime/agent.ts'
import { workflow } from './workflow/agent.ts'

/** All agents. */
export const AGENTS: readonly Agent[] = [workflow]
