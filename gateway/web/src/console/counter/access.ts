import { computed, type ComputedRef } from 'vue'
import { session } from '@/shared/session'
import { COUNTY, GROUNDS, READERS, VILLAGE, type Role } from '../roles'

// As access.txt of monitoring has it: what a page offers is what its reader may do.
export const RECORDERS: readonly Role[] = [...GROUNDS, 'TOWN_OFFICE', 'COUNTY_OFFICER']
export const REPORT_DECIDERS: readonly Role[] = [...GROUNDS, 'TOWN_OFFICE']
export const PHOTO_READERS: readonly Role[] = [...GROUNDS, 'TOWN_OFFICE', ...COUNTY, 'AUDITOR']
export const SEARCHERS: readonly Role[] = [...VILLAGE, 'TOWN_OFFICE', ...COUNTY, 'AUDITOR']
export const REVEALERS: readonly Role[] = ['GROUP_LEADER', ...SEARCHERS]
export const CLUE_READERS: readonly Role[] = ['GROUP_LEADER', ...READERS]
export const CLUE_REGISTRARS: readonly Role[] = ['GROUP_LEADER', ...RECORDERS, 'DEPARTMENT_OFFICER']
export const CLUE_ASSIGNERS: readonly Role[] = ['VILLAGE_COMMITTEE', 'TOWN_OFFICE', 'COUNTY_OFFICER']
export const CLUE_CLOSERS: readonly Role[] = RECORDERS
export const CASE_OPENERS: readonly Role[] = [...VILLAGE, 'TOWN_OFFICE', 'COUNTY_OFFICER']

export const useMay = (roles: readonly Role[]): ComputedRef<boolean> =>
    computed(() => (session.value.role ? roles.includes(session.value.role) : false))
