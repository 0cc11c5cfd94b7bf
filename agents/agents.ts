import type { Agent } from './runtime/agent.ts'

/** All agents. */
export const AGENTS: readonly Agent[] = []
