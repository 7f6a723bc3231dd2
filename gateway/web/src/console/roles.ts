/** An office of `word.role`. */
export type Role = string

// By themselves, since the parts need them while the list of parts is still being made.
export const VILLAGE: readonly Role[] = ['VILLAGE_COMMITTEE', 'FIRST_SECRETARY']
export const GROUNDS: readonly Role[] = [...VILLAGE, 'TEAM_MEMBER']
export const TOWN: readonly Role[] = ['TOWN_OFFICE', 'TOWN_PARTY_SECRETARY']
export const COUNTY: readonly Role[] = ['COUNTY_OFFICER', 'COUNTY_LEADER']
export const READERS: readonly Role[] = [...GROUNDS, 'TEAM_LEADER', ...TOWN, ...COUNTY, 'AUDITOR']
