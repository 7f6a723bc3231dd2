import type { Shape } from '@/shared/api/client'
import { GROUNDS, VILLAGE } from '../../roles'
import { codes, on, one, words } from '../fields'
import { step, when, type Step } from '../step'

const DECIDERS = [...VILLAGE, 'TOWN_OFFICE', 'COUNTY_OFFICER']
const proposalOf = (path: Record<string, unknown>) => String(path.proposal)

/** What the toolbox proposes to a household: a person confirms or declines. */
export const match: Step[] = [
    step<object>({
        key: 'PROPOSE_MATCHES',
        group: 'match',
        roles: [...GROUNDS, 'TOWN_OFFICE', 'COUNTY_OFFICER'],
        bars: (at) => when(!at.file.closed),
        fields: () => ({}),
        address: '/matches',
    }),
    step<Shape<'monitoring.match.MatchController.ConfirmMatchRequest'>>({
        key: 'CONFIRM_MATCH',
        group: 'match',
        roles: DECIDERS,
        bars: (at) => when(Boolean(at.about.proposal)),
        path: (at) => ({ proposal: { is: 'given', value: at.about.proposal } }),
        fields: () => ({ on: on() }),
        address: (path) => `/matches/${proposalOf(path)}/confirmation`,
    }),
    step<Shape<'monitoring.match.MatchController.DeclineMatchRequest'>>({
        key: 'DECLINE_MATCH',
        group: 'match',
        roles: DECIDERS,
        bars: (at) => when(Boolean(at.about.proposal)),
        path: (at) => ({ proposal: { is: 'given', value: at.about.proposal } }),
        fields: () => ({
            on: on(),
            reason: one(codes('decline-reason')),
            explanation: words(1000),
        }),
        address: (path) => `/matches/${proposalOf(path)}/decline`,
    }),
]
