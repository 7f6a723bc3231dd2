import type { Shape } from '@/shared/api/client'
import { day as dayOf } from '@/shared/time'
import { codesOf, say } from '@/shared/words/codes'
import { COUNTY, GROUNDS, TOWN, VILLAGE } from '../../roles'
import { actorOf, lies, membersAsOptions, openOf, type At } from '../at'
import { codes, count, day, given, many, on, one, text, words, yes, type Field } from '../fields'
import { isUndecided } from '../procedure'
import { step, villageOf, when, type Bar, type Step } from '../step'
import { visit } from './visit'

type Identification<
    N extends
        | 'OpenRequest'
        | 'AuthorizationRequest'
        | 'AppraisalRequest'
        | 'PublicityRequest'
        | 'ObjectionRequest'
        | 'ResolutionRequest'
        | 'PublicityEndRequest'
        | 'TownReviewRequest'
        | 'TownReturnRequest'
        | 'DeterminationRequest'
        | 'RejectionRequest'
        | 'AnnouncementRequest',
> = Shape<`monitoring.identification.IdentificationController.${N}`>

const VISITORS = ['GROUP_LEADER', ...GROUNDS]
const OBJECTORS = [...VISITORS, 'TOWN_OFFICE']
const CASEWORK = [...VILLAGE, 'TOWN_OFFICE']

/** The categories that a household of its base type may have (rule M1). */
export const categories = (baseType: string): string[] => [
    baseType === 'LIFTED' ? 'UNSTABLE_LIFTED' : 'MARGINAL',
    'SUDDEN_HARDSHIP',
]

export const risks = (more: Partial<Field> = {}): Field =>
    ({ ...many(codes('risk'), { most: 5, hint: 'cases.hint.risks' }), ...more }) as Field

const proposed = (row: Record<string, unknown>): boolean => row.conclusion === 'PROPOSE'

/** What the village meeting found; of one household, or of each on a list. */
export const votes = (baseType?: string) => ({
    inFavour: count(),
    against: count({ start: 0 }),
    abstained: count({ start: 0 }),
    conclusion: one(codes('conclusion'), { start: 'PROPOSE' }),
    category: one(codes('category', baseType ? categories(baseType) : codesOf('category')), {
        when: proposed,
    }),
    risks: risks({ when: proposed }),
})

/** What the county finds; of one household, or of each on a list. */
export const finding = (baseType?: string, category?: unknown) => ({
    category: one(codes('category', baseType ? categories(baseType) : codesOf('category')), {
        start: category,
    }),
    risks: risks(),
    ground: words(1000, { optional: true, label: 'cases.field.hardshipGround', hint: 'cases.hint.ground' }),
})

/** Words for the board that tell no more than they may (rule M7): the name of the head is written in by hand. */
export const noticeOf = (place: string, members: number, category: unknown): string =>
    `经民主评议，拟将${place}农户（户主：____，家庭人口${members}人）纳入防止返贫监测对象，拟定类别：` +
    `${say('category', typeof category === 'string' ? category : '')}。公示期内有异议的，请向村委会或镇乡村振兴办公室反映。`

export const openObjection = (at: At): Bar | false => {
    const open = openOf(at.current?.objections)
    return open.length > 0 && { why: 'objection', with: { n: open.length } }
}

const objectionOf = (at: At): Field =>
    one(
        openOf(at.current?.objections).map(({ number }) => ({
            value: String(number),
            label: say('todo-step', 'RESOLVE_OBJECTION') + ` ${number}`,
        })),
        { start: at.about.objection ?? String(openOf(at.current?.objections)[0]?.number ?? '') },
    )

export const identification: Step[] = [
    step<Identification<'OpenRequest'>>({
        key: 'OPEN_CASE',
        group: 'case',
        roles: [...VILLAGE, 'TOWN_OFFICE', 'COUNTY_OFFICER'],
        bars: (at) => when(!isUndecided(at.stage) && !at.isMonitored && !at.file.closed),
        fields: (at) => ({ on: on(), visitBy: day(), clue: given(at.about.clue) }),
        address: '/identification',
    }),
    step<Shape<'monitoring.identification.VisitForm'>>({
        key: 'VISIT',
        group: 'case',
        roles: VISITORS,
        bars: (at) => when(at.stage === 'OPENED'),
        fields: visit,
        visit: (values) => values,
        address: '/identification/visit',
    }),
    step<Identification<'AuthorizationRequest'>>({
        key: 'AUTHORIZE',
        group: 'case',
        roles: VISITORS,
        bars: (at) => when(at.stage === 'VISITED'),
        fields: (at) => ({
            on: on(),
            signer: one(membersAsOptions(at, say)),
            how: one(codes('signature'), { start: 'SIGNATURE' }),
            filledByHelper: yes(),
        }),
        address: '/identification/authorization',
    }),
    step<Identification<'AppraisalRequest'>>({
        key: 'APPRAISE',
        group: 'case',
        roles: VILLAGE,
        bars: (at) => when(at.stage === 'AUTHORIZED'),
        fields: (at) => ({
            on: on(),
            attendance: count(),
            ...votes(at.file.baseType),
            minutes: text(100, { hint: 'cases.hint.minutes' }),
        }),
        address: '/identification/appraisal',
    }),
    step<Identification<'PublicityRequest'>>({
        key: 'PUBLICISE',
        group: 'case',
        roles: VILLAGE,
        bars: (at) =>
            when(at.stage === 'APPRAISED', !at.current?.appraisal?.category && { why: 'notProposed' }),
        fields: (at) => ({
            on: on(),
            place: text(100, { label: 'cases.field.board' }),
            notice: words(2000, {
                hint: 'cases.hint.notice',
                start: noticeOf(villageOf(at), at.members.length, at.current?.appraisal?.category),
            }),
        }),
        address: '/identification/publicity',
    }),
    step<Identification<'ObjectionRequest'>>({
        key: 'OBJECT',
        group: 'case',
        roles: OBJECTORS,
        bars: (at) => when(at.stage === 'PUBLICIZED'),
        fields: () => ({
            on: on(),
            by: one(codes('objector'), { label: 'cases.field.objector' }),
            text: words(1000, { label: 'cases.field.objection' }),
        }),
        address: '/identification/objections',
    }),
    step<Identification<'ResolutionRequest'>>({
        key: 'RESOLVE_OBJECTION',
        group: 'case',
        roles: CASEWORK,
        bars: (at) => when(isUndecided(at.stage) && openOf(at.current?.objections).length > 0),
        path: (at) => ({ number: objectionOf(at) }),
        fields: () => ({
            on: on({ label: 'cases.field.toldOn' }),
            outcome: one(codes('objection-outcome')),
            explanation: words(1000),
        }),
        address: ({ number }) => `/identification/objections/${String(number)}/resolution`,
    }),
    step<Identification<'PublicityEndRequest'>>({
        key: 'END_PUBLICITY',
        group: 'case',
        roles: VILLAGE,
        bars: (at) =>
            when(
                at.stage === 'PUBLICIZED',
                lies(at.current?.publicity?.until) && {
                    why: 'hanging',
                    with: { day: dayOf(String(at.current?.publicity?.until)) },
                },
                openObjection(at),
            ),
        fields: () => ({ on: on() }),
        address: '/identification/publicity-end',
    }),
    step<Identification<'TownReviewRequest'>>({
        key: 'REVIEW',
        group: 'case',
        roles: TOWN,
        bars: (at) => when(at.stage === 'PUBLICITY_ENDED', collected(at)),
        fields: () => ({ on: on(), opinion: words(1000), sampled: yes() }),
        address: '/identification/town-review',
    }),
    step<Identification<'TownReturnRequest'>>({
        key: 'RETURN_CASE',
        group: 'case',
        roles: TOWN,
        bars: (at) => when(at.stage === 'PUBLICITY_ENDED', collected(at)),
        fields: () => ({ on: on(), reason: words(1000) }),
        address: '/identification/town-return',
    }),
    step<Identification<'DeterminationRequest'>>({
        key: 'DETERMINE',
        group: 'case',
        roles: COUNTY,
        bars: (at) =>
            when(
                at.stage === 'TOWN_REVIEWED',
                actorOf(at, 'identification.town-review-passed') === at.me.username && { why: 'reviewed' },
                at.inquiry === 'ASKED' && { why: 'comparisonOpen' },
                at.inquiry === 'UNWEIGHED' && { why: 'hitsUnweighed' },
            ),
        fields: (at) => ({
            on: on(),
            decisionNo: text(100),
            ...finding(at.file.baseType, at.current?.appraisal?.category),
        }),
        address: '/identification/determination',
    }),
    step<Identification<'RejectionRequest'>>({
        key: 'REJECT',
        group: 'case',
        roles: [...VILLAGE, ...TOWN, ...COUNTY],
        bars: (at) => when(isUndecided(at.stage), openObjection(at)),
        fields: () => ({ on: on(), reason: one(codes('rejection')), explanation: words(1000) }),
        address: '/identification/rejection',
    }),
    step<Identification<'AnnouncementRequest'>>({
        key: 'ANNOUNCE',
        group: 'case',
        roles: CASEWORK,
        bars: (at) => when(at.stage === 'DETERMINED'),
        fields: () => ({ on: on(), place: text(100, { label: 'cases.field.board' }) }),
        address: '/identification/announcement',
    }),
    step<Shape<'monitoring.marking.MarkingController.MarkRequest'>>({
        key: 'MARK_HOUSEHOLD',
        group: 'case',
        roles: CASEWORK,
        bars: (at) =>
            when(
                at.isMonitored && !at.current?.marking,
                at.stage === 'DETERMINED' && { why: 'notAnnounced' },
            ),
        fields: () => ({ on: on(), number: text(40, { label: 'cases.field.nationalNumber' }) }),
        address: '/marking',
    }),
    step<Shape<'monitoring.marking.MarkingController.MarkRequest'>>({
        key: 'CORRECT_MARK',
        group: 'case',
        roles: CASEWORK,
        bars: (at) => when(Boolean(at.current?.marking)),
        fields: () => ({ on: on(), number: text(40, { label: 'cases.field.nationalNumber' }) }),
        address: '/marking/correction',
    }),
]

function collected(at: At): Bar | false {
    return (
        at.events.some(
            (event) => event.name === 'identification.household-visited' && event.actor === at.me.username,
        ) && { why: 'collected' }
    )
}
