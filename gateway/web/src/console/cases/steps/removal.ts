import type { Shape } from '@/shared/api/client'
import { day as dayOf } from '@/shared/time'
import { say } from '@/shared/words/codes'
import { COUNTY, GROUNDS, TOWN, VILLAGE } from '../../roles'
import { actorOf, lies, openOf, type At } from '../at'
import { codes, count, group, many, on, one, text, words, yes, type Fields, type Values } from '../fields'
import { isLeaving } from '../procedure'
import { step, villageOf, when, type Bar, type Step } from '../step'
import { visit } from './visit'

type Removal<
    N extends
        | 'ProposalRequest'
        | 'ExitVisitRequest'
        | 'ExitAppraisalRequest'
        | 'ReviewRequest'
        | 'RemovalDeterminationRequest'
        | 'ReasonRequest',
> = Shape<`monitoring.removal.RemovalController.${N}`>
type Notice<
    N extends
        | 'NoticeRequest'
        | 'NoticeEndRequest'
        | 'NoticeObjectionRequest'
        | 'NoticeResolutionRequest'
        | 'RemovalAnnouncementRequest',
> = Shape<`monitoring.notice.NoticeController.${N}`>

const VISITORS = ['GROUP_LEADER', ...GROUNDS]
const CASEWORK = [...VILLAGE, 'TOWN_OFFICE']
const HELD: readonly string[] = ['PROPOSED', 'BLOCKED', 'CHECKED', 'APPRAISED']

/** The notice of this appraisal, and whether it still hangs. */
export function noticeOf(at: At): { until?: string; hangs: boolean; upheld: boolean } | null {
    const { notice, appraisal, objections } = at.exit ?? {}
    if (!notice || (appraisal && String(notice.from) < String(appraisal.on))) return null
    const upheld = (objections ?? []).some((one) => one.upheld && String(one.toldOn) >= String(notice.from))
    return { until: String(notice.until), upheld, hangs: !notice.endedOn && !upheld }
}

const agreed = (at: At): boolean =>
    Number(at.exit?.appraisal?.inFavour ?? 0) > Number(at.exit?.appraisal?.against ?? 0)

const collected = (at: At): Bar | false =>
    at.events.some(
        (event) => event.name === 'removal.household-visited' && event.actor === at.me.username,
    ) && {
        why: 'collected',
    }

function notHung(at: At): Bar | false {
    if (!agreed(at)) return { why: 'notAgreed' }
    const notice = noticeOf(at)
    if (!notice) return { why: 'noNotice' }
    if (notice.upheld) return { why: 'upheld' }
    return notice.hangs && { why: 'noticeHangs' }
}

const objectionOf = (at: At): Fields => ({
    number: one(
        openOf(at.exit?.objections).map(({ number }) => ({
            value: String(number),
            label: `${say('todo-step', 'RESOLVE_NOTICE_OBJECTION')} ${number}`,
        })),
        { start: at.about.objection ?? String(openOf(at.exit?.objections)[0]?.number ?? '') },
    ),
})

/** The way out of monitoring, as the way in. */
export const removal: Step[] = [
    step<Removal<'ProposalRequest'>>({
        key: 'PROPOSE_REMOVAL',
        group: 'removal',
        roles: CASEWORK,
        bars: (at) => when(at.isMonitored && !isLeaving(at.exitStage)),
        fields: () => ({
            on: on(),
            mode: one(codes('removal-mode')),
            reason: words(1000, { when: (row) => row.mode === 'NATURAL' }),
        }),
        address: '/removal',
    }),
    step<Removal<'ExitVisitRequest'>>({
        key: 'VISIT_FOR_REMOVAL',
        group: 'removal',
        roles: VISITORS,
        bars: (at) => when(at.exitStage !== null && HELD.includes(at.exitStage)),
        fields: (at) => ({
            visit: group(visit(at), { label: 'cases.field.visitForm' }),
            stableMonths: count(),
            expenseSolved: yes(),
            newRisk: yes(),
            risksGone: many(codes('risk', (at.current?.decision?.risks ?? []) as string[]), {
                optional: true,
            }),
        }),
        visit: (values) => values.visit as Values,
        address: '/removal/visit',
    }),
    step<Removal<'ExitAppraisalRequest'>>({
        key: 'APPRAISE_REMOVAL',
        group: 'removal',
        roles: VILLAGE,
        bars: (at) =>
            when(
                at.exitStage === 'CHECKED' || at.exitStage === 'BLOCKED',
                at.exitStage === 'BLOCKED' && { why: 'blocked' },
            ),
        fields: () => ({
            on: on(),
            attendance: count(),
            inFavour: count(),
            against: count({ start: 0 }),
            abstained: count({ start: 0 }),
            minutes: text(100, { hint: 'cases.hint.minutes' }),
        }),
        address: '/removal/appraisal',
    }),
    step<Notice<'NoticeRequest'>>({
        key: 'HANG_NOTICE',
        group: 'removal',
        roles: VILLAGE,
        bars: (at) =>
            when(at.exitStage === 'APPRAISED' && !noticeOf(at), !agreed(at) && { why: 'notAgreed' }),
        fields: (at) => ({
            on: on(),
            place: text(100, { label: 'cases.field.board' }),
            text: words(2000, {
                label: 'cases.field.notice',
                hint: 'cases.hint.notice',
                start: `经民主评议，拟对${villageOf(at)}监测对象（户主：____，家庭人口${at.members.length}人）标注风险消除。公示期内有异议的，请向村委会或镇乡村振兴办公室反映。`,
            }),
        }),
        address: '/removal/notice',
    }),
    step<Notice<'NoticeObjectionRequest'>>({
        key: 'OBJECT_TO_NOTICE',
        group: 'removal',
        roles: [...VISITORS, 'TOWN_OFFICE'],
        bars: (at) => when(Boolean(noticeOf(at)?.hangs)),
        fields: () => ({
            on: on(),
            by: one(codes('objector'), { label: 'cases.field.objector' }),
            text: words(1000, { label: 'cases.field.objection' }),
        }),
        address: '/removal/objections',
    }),
    step<Notice<'NoticeResolutionRequest'>>({
        key: 'RESOLVE_NOTICE_OBJECTION',
        group: 'removal',
        roles: CASEWORK,
        bars: (at) => when(openOf(at.exit?.objections).length > 0),
        path: objectionOf,
        fields: () => ({
            on: on({ label: 'cases.field.toldOn' }),
            upheld: yes(),
            explanation: words(1000),
        }),
        address: ({ number }) => `/removal/objections/${String(number)}/resolution`,
    }),
    step<Notice<'NoticeEndRequest'>>({
        key: 'TAKE_NOTICE_DOWN',
        group: 'removal',
        roles: VILLAGE,
        bars: (at) => {
            const open = openOf(at.exit?.objections)
            const notice = noticeOf(at)
            return when(
                Boolean(notice?.hangs),
                lies(notice?.until) && { why: 'hanging', with: { day: dayOf(notice?.until) } },
                open.length > 0 && { why: 'objection', with: { n: open.length } },
            )
        },
        fields: () => ({ on: on() }),
        address: '/removal/notice-end',
    }),
    step<Removal<'ReviewRequest'>>({
        key: 'REVIEW_REMOVAL',
        group: 'removal',
        roles: TOWN,
        bars: (at) => when(at.exitStage === 'APPRAISED', collected(at), notHung(at)),
        fields: () => ({
            on: on(),
            passed: yes({ start: true }),
            opinion: words(1000),
        }),
        address: '/removal/town-review',
    }),
    step<Removal<'RemovalDeterminationRequest'>>({
        key: 'DETERMINE_REMOVAL',
        group: 'removal',
        roles: COUNTY,
        bars: (at) =>
            when(
                at.exitStage === 'REVIEWED',
                actorOf(at, 'removal.town-review-passed') === at.me.username && { why: 'reviewed' },
            ),
        fields: () => ({ on: on(), decisionNo: text(100) }),
        address: '/removal/determination',
    }),
    step<Removal<'ReasonRequest'>>({
        key: 'DROP_REMOVAL',
        group: 'removal',
        roles: [...VILLAGE, ...TOWN, ...COUNTY],
        bars: (at) => when(isLeaving(at.exitStage)),
        fields: () => ({ on: on(), reason: words(1000) }),
        address: '/removal/drop',
    }),
    step<Notice<'RemovalAnnouncementRequest'>>({
        key: 'ANNOUNCE_REMOVAL',
        group: 'removal',
        roles: CASEWORK,
        bars: (at) => when(at.exitStage === 'REMOVED' && !at.exit?.announcedOn),
        fields: () => ({ on: on(), place: text(100, { label: 'cases.field.board' }) }),
        address: '/removal/announcement',
    }),
    step<Removal<'ReasonRequest'>>({
        key: 'REVERT_REMOVAL',
        group: 'removal',
        roles: COUNTY,
        bars: (at) =>
            when(at.exitStage === 'REMOVED', at.exit?.cycle !== at.current?.cycle && { why: 'newerCase' }),
        fields: () => ({ on: on(), reason: words(1000) }),
        address: '/removal/reversion',
    }),
]
