import { COUNTY, GROUNDS, VILLAGE, type Role } from '../roles'

// As access.txt of monitoring has it, for the photos of a visit.
export const PHOTO_READERS: readonly Role[] = [
    'GROUP_LEADER',
    ...GROUNDS,
    'TOWN_OFFICE',
    ...COUNTY,
    'AUDITOR',
]
export const LOOKERS: readonly Role[] = [...VILLAGE, 'TOWN_OFFICE', ...COUNTY, 'AUDITOR']
