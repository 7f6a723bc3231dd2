import type { Shape } from '@/shared/api/client'
import type { Role } from '../roles'

export type Purpose = Shape<'monitoring.photo.LookRequest'>['purpose']

/** For what somebody looks at personal data; on record with the look. */
export interface Purposed {
    purpose: Purpose
    note?: string
}

const OFFICES: readonly Role[] = ['TOWN_OFFICE', 'COUNTY_OFFICER', 'COUNTY_LEADER']
const WORKERS: readonly Role[] = ['VILLAGE_COMMITTEE', 'FIRST_SECRETARY', ...OFFICES]

// Which office ever has which purpose, as the service knows it; it also decides what a purpose is enough for.
const OF: Record<Purpose, readonly Role[]> = {
    VERIFICATION: WORKERS,
    CONTACT: ['GROUP_LEADER', ...WORKERS],
    AID: WORKERS,
    COMPARISON: OFFICES,
    COMPLAINT: WORKERS,
    CORRECTION: WORKERS,
    INSPECTION: ['AUDITOR'],
    RIGHTS_REQUEST: ['VILLAGE_COMMITTEE', ...OFFICES],
}

/** The purposes for which an office may be shown what is masked; none where it may not at all. */
export const purposesOf = (role: Role | null | undefined): Purpose[] =>
    (Object.keys(OF) as Purpose[]).filter((purpose) => role && OF[purpose].includes(role))

/** What a purpose is told with: an order, a complaint, how somebody asked. */
export const needsNote = (purpose: string): boolean =>
    ['COMPLAINT', 'INSPECTION', 'RIGHTS_REQUEST'].includes(purpose)
