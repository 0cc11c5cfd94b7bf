/**
 * What Windows, and so Outlook and Exchange, call time zones, by CLDR's windowsZones (territory 001): each line is the
 * name before « Standard Time», and the zone.
 */
const NAMES = `
Dateline=Etc/GMT+12
Aleutian=America/Adak
Hawaiian=Pacific/Honolulu
Marquesas=Pacific/Marquesas
Alaskan=America/Anchorage
Pacific=America/Los_Angeles
US Mountain=America/Phoenix
Mountain=America/Denver
Central America=America/Guatemala
Central=America/Chicago
Canada Central=America/Regina
SA Pacific=America/Bogota
Eastern=America/New_York
US Eastern=America/Indianapolis
Venezuela=America/Caracas
Paraguay=America/Asuncion
Atlantic=America/Halifax
Central Brazilian=America/Cuiaba
SA Western=America/La_Paz
Pacific SA=America/Santiago
Newfoundland=America/St_Johns
E. South America=America/Sao_Paulo
SA Eastern=America/Cayenne
Argentina=America/Buenos_Aires
Greenland=America/Godthab
Montevideo=America/Montevideo
Azores=Atlantic/Azores
Cape Verde=Atlantic/Cape_Verde
UTC=Etc/UTC
GMT=Europe/London
Greenwich=Atlantic/Reykjavik
Morocco=Africa/Casablanca
W. Europe=Europe/Berlin
Central Europe=Europe/Budapest
Romance=Europe/Paris
Central European=Europe/Warsaw
W. Central Africa=Africa/Lagos
Namibia=Africa/Windhoek
Jordan=Asia/Amman
GTB=Europe/Bucharest
Middle East=Asia/Beirut
Egypt=Africa/Cairo
E. Europe=Europe/Chisinau
Syria=Asia/Damascus
South Africa=Africa/Johannesburg
FLE=Europe/Kiev
Israel=Asia/Jerusalem
Kaliningrad=Europe/Kaliningrad
Libya=Africa/Tripoli
Turkey=Europe/Istanbul
Arabic=Asia/Baghdad
Arab=Asia/Riyadh
Belarus=Europe/Minsk
Russian=Europe/Moscow
E. Africa=Africa/Nairobi
Volgograd=Europe/Volgograd
Iran=Asia/Tehran
Arabian=Asia/Dubai
Astrakhan=Europe/Astrakhan
Azerbaijan=Asia/Baku
Russia Time Zone 3=Europe/Samara
Mauritius=Indian/Mauritius
Saratov=Europe/Saratov
Georgian=Asia/Tbilisi
Caucasus=Asia/Yerevan
Afghanistan=Asia/Kabul
West Asia=Asia/Tashkent
Ekaterinburg=Asia/Yekaterinburg
Pakistan=Asia/Karachi
Qyzylorda=Asia/Qyzylorda
India=Asia/Calcutta
Sri Lanka=Asia/Colombo
Nepal=Asia/Katmandu
Central Asia=Asia/Almaty
Bangladesh=Asia/Dhaka
Omsk=Asia/Omsk
N. Central Asia=Asia/Novosibirsk
Altai=Asia/Barnaul
Tomsk=Asia/Tomsk
Myanmar=Asia/Rangoon
SE Asia=Asia/Bangkok
North Asia=Asia/Krasnoyarsk
W. Mongolia=Asia/Hovd
China=Asia/Shanghai
North Asia East=Asia/Irkutsk
Singapore=Asia/Singapore
W. Australia=Australia/Perth
Taipei=Asia/Taipei
Ulaanbaatar=Asia/Ulaanbaatar
Transbaikal=Asia/Chita
Tokyo=Asia/Tokyo
Korea=Asia/Seoul
Yakutsk=Asia/Yakutsk
Cen. Australia=Australia/Adelaide
AUS Central=Australia/Darwin
E. Australia=Australia/Brisbane
AUS Eastern=Australia/Sydney
West Pacific=Pacific/Port_Moresby
Tasmania=Australia/Hobart
Vladivostok=Asia/Vladivostok
Lord Howe=Australia/Lord_Howe
Magadan=Asia/Magadan
Russia Time Zone 10=Asia/Srednekolymsk
Sakhalin=Asia/Sakhalin
Central Pacific=Pacific/Guadalcanal
Russia Time Zone 11=Asia/Kamchatka
Kamchatka=Asia/Kamchatka
New Zealand=Pacific/Auckland
Fiji=Pacific/Fiji
Tonga=Pacific/Tongatapu
Samoa=Pacific/Apia
`

const ZONES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]),
)

/** The zone that Windows calls so; undefined for another name. */
export function windowsZone(name: string): string | undefined {
  return ZONES.get(name.trim().replace(/ (Standard|Daylight) Time$/, ''))
}
