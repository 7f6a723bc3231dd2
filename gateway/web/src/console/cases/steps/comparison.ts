import type { Shape } from '@/shared/api/client'
import { COUNTY, GROUNDS, TOWN } from '../../roles'
import { codes, day, list, many, on, one, text, words } from '../fields'
import { isUndecided } from '../procedure'
import { step, when, type Step } from '../step'

const GOING = ['GROUP_LEADER', ...GROUNDS, 'TOWN_OFFICE']

/** What departments are asked about a household in its case, and the appeal against its rejection. */
export const comparison: Step[] = [
    step<Shape<'monitoring.inquiry.InquiryController.ComparisonRequest'>>({
        key: 'REQUEST_COMPARISON',
        group: 'comparison',
        roles: COUNTY,
        bars: (at) => when(isUndecided(at.stage) && (at.inquiry === 'NONE' || at.inquiry === 'SETTLED')),
        fields: (at) => ({
            on: on(),
            ground: one(codes('legal-ground'), {
                hint: at.current?.authorizedOn ? undefined : 'cases.hint.notSigned',
                start: at.current?.authorizedOn ? 'household-authorization' : undefined,
            }),
            reference: text(100, { hint: 'cases.hint.reference' }),
            datasets: many(codes('dataset')),
        }),
        address: '/comparison',
    }),
    step<Shape<'monitoring.inquiry.InquiryController.SparingRequest'>>({
        key: 'SPARE_COMPARISON',
        group: 'comparison',
        roles: COUNTY,
        bars: (at) => when(isUndecided(at.stage) && at.inquiry === 'NONE'),
        fields: () => ({ on: on(), paper: text(100, { hint: 'cases.hint.paper' }) }),
        address: '/comparison/sparing',
    }),
    step<Shape<'monitoring.inquiry.InquiryController.ReturnRequest'>>({
        key: 'RETURN_COMPARISON',
        group: 'comparison',
        roles: COUNTY,
        bars: (at) => when(at.inquiry === 'ASKED'),
        fields: (at) => ({
            on: on(),
            hits: list<Shape<'monitoring.inquiry.InquiryController.ReturnRequest.HitEntry'>>(
                {
                    dataset: one(codes('dataset', (at.current?.comparison?.datasets ?? []) as string[])),
                    effect: one(codes('effect')),
                },
                { hint: 'cases.hint.hits' },
            ),
        }),
        address: '/comparison/return',
    }),
    step<Shape<'monitoring.inquiry.InquiryController.WeighingRequest'>>({
        key: 'WEIGH_HITS',
        group: 'comparison',
        roles: COUNTY,
        bars: (at) => when(at.inquiry === 'UNWEIGHED'),
        fields: () => ({ on: on(), ground: words(1000, { label: 'cases.field.weighing' }) }),
        address: '/comparison/weighing',
    }),
    step<Shape<'monitoring.inquiry.InquiryController.WithdrawalRequest'>>({
        key: 'WITHDRAW_AUTHORIZATION',
        group: 'comparison',
        roles: GOING,
        bars: (at) =>
            when(
                isUndecided(at.stage) &&
                    Boolean(at.current?.authorizedOn) &&
                    !at.current?.authorizationWithdrawnOn,
            ),
        fields: () => ({ on: on() }),
        address: '/authorization-withdrawal',
    }),
    step<Shape<'monitoring.appeal.AppealController.AppealRequest'>>({
        key: 'APPEAL',
        group: 'appeal',
        roles: GOING,
        bars: (at) => when(at.stage === 'REJECTED' && !at.current?.appeal),
        fields: () => ({ on: on(), text: words(1000, { label: 'cases.field.appeal' }) }),
        address: '/appeal',
    }),
    step<Shape<'monitoring.appeal.AppealController.GrantRequest'>>({
        key: 'GRANT_APPEAL',
        group: 'appeal',
        roles: TOWN,
        bars: (at) => when(Boolean(at.current?.appeal) && at.current?.appeal?.granted === undefined),
        fields: () => ({ on: on(), explanation: words(1000), visitBy: day() }),
        address: '/appeal/grant',
    }),
    step<Shape<'monitoring.appeal.AppealController.DismissalRequest'>>({
        key: 'DISMISS_APPEAL',
        group: 'appeal',
        roles: TOWN,
        bars: (at) => when(Boolean(at.current?.appeal) && at.current?.appeal?.granted === undefined),
        fields: () => ({ on: on(), explanation: words(1000) }),
        address: '/appeal/dismissal',
    }),
]
