import type { Shape } from '@/shared/api/client'

export type Duty = Shape<'monitoring.duty.list.DutyList.Entry'>

export type What = 'report' | 'confirmation' | 'return' | 'postponement'

const COUNTY = ['COUNTY_OFFICER', 'COUNTY_LEADER']
const TOWN = ['TOWN_OFFICE', 'TOWN_PARTY_SECRETARY']

/** Whether an office reports a duty of that bearer: towns their own, the county's bureau of agriculture its own. */
function bears(role: string, bearer: string): boolean {
    if (bearer === 'TOWN') return TOWN.includes(role)
    return bearer === 'AGRICULTURE' ? role === 'COUNTY_OFFICER' : role === 'DEPARTMENT_OFFICER'
}

/** What an office may do with a duty as it stands; the service decides, this only shows the buttons. */
export function acts(duty: Pick<Duty, 'state' | 'bearer'>, role: string): What[] {
    if (duty.state === 'CONFIRMED') return []
    if (duty.state === 'REPORTED') return COUNTY.includes(role) ? ['confirmation', 'return'] : []
    return [
        ...(bears(role, duty.bearer) ? (['report'] as const) : []),
        ...(COUNTY.includes(role) ? (['postponement'] as const) : []),
    ]
}
