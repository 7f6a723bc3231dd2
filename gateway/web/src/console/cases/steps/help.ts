import { newKey, type Shape } from '@/shared/api/client'
import { COUNTY, GROUNDS, TOWN, VILLAGE } from '../../roles'
import { say } from '@/shared/words/codes'
import { membersAsOptions, type At } from '../at'
import {
    codes,
    day,
    given,
    many,
    on,
    one,
    text,
    words,
    yuan,
    type Field,
    type FieldsOf,
    type Option,
} from '../fields'
import { isUndecided } from '../procedure'
import { step, when, type Step } from '../step'
import { guarantees } from './visit'

type Assistance<
    N extends 'MeasureRequest' | 'ApprovalRequest' | 'DeliveryRequest' | 'EndingRequest' | 'UrgentAidRequest',
> = Shape<`monitoring.assistance.AssistanceController.${N}`>
type Helper = Shape<'monitoring.helper.HelperController.HelperRequest'>
type Visit = Shape<'monitoring.helper.HelperVisitController.VisitRequest'>

const PLANNERS = [...GROUNDS, 'TOWN_OFFICE', 'COUNTY_OFFICER']
const NAMERS = [...VILLAGE, 'TOWN_OFFICE', 'COUNTY_OFFICER']
const HEADS = [...TOWN, ...COUNTY]
/** Who goes, and writes down what was seen; also who puts it right. */
export const VISITORS = ['GROUP_LEADER', ...GROUNDS, 'TOWN_OFFICE']

const inState = (at: At, ...states: string[]) =>
    at.file.measures.filter((measure) => states.includes(String(measure.state)))

const measureOf = (at: At, ...states: string[]): Field => {
    const options: Option[] = inState(at, ...states).map((measure) => ({
        value: String(measure.measure),
        label: `${say('family', String(measure.family))} · ${String(measure.provider)} · ${say('measure-state', String(measure.state))}`,
    }))
    return one(options, {
        start: at.about.measure ?? (options.length === 1 ? options[0]?.value : undefined),
    })
}

const found = (at: At): string[] => (at.current?.decision?.risks ?? []) as string[]

/** Whether somebody helps the household now. */
const helped = (at: At): boolean => at.file.helpers.some((helper) => !helper.until)

const helper = () => ({
    on: on(),
    account: text(64, { label: 'cases.field.helperAccount' }),
    name: text(40, { label: 'cases.field.helperName' }),
    phone: text(20, { optional: true }),
    unit: text(60),
    title: text(40, { label: 'cases.field.helperTitle' }),
})

/** A visit as it was; one that takes the place of another keeps the photos that the address names. */
const helperVisit = (at: At): FieldsOf<Visit> => ({
    on: on(),
    at: { is: 'moment', hint: 'cases.hint.visitAt' },
    mode: one(codes('visit-mode'), { start: 'ONSITE' }),
    visitors: many(at.me.username ? [{ value: at.me.username, label: at.me.name ?? at.me.username }] : [], {
        start: at.me.username ? [at.me.username] : [],
    }),
    met: many(membersAsOptions(at, say), { optional: true }),
    guarantees: guarantees(),
    changes: words(1000),
    measures: words(1000, { optional: true, label: 'cases.field.progress' }),
    needs: words(1000, { optional: true }),
    incomeDeltaYuan: yuan({ start: 0, hint: 'cases.hint.delta' }),
    signed: one(codes('signature'), { optional: true }),
    nextOn: day({ optional: true }),
    place: given(),
    photos: given(at.about.photos ? at.about.photos.split(' ') : []),
    visit: given(newKey()),
})

/** How a household is helped, and by whom. */
export const help: Step[] = [
    step<Assistance<'UrgentAidRequest'>>({
        key: 'URGENT_AID',
        group: 'help',
        roles: HEADS,
        bars: (at) => when(isUndecided(at.stage) || at.isMonitored),
        fields: () => ({ on: on(), amountYuan: yuan(), reason: words(1000) }),
        address: '/urgent-aid',
    }),
    step<Assistance<'MeasureRequest'>>({
        key: 'PLAN_MEASURE',
        group: 'help',
        roles: PLANNERS,
        bars: (at) => when(at.isMonitored),
        fields: (at) => ({
            on: on(),
            risk: one(codes('risk', found(at))),
            family: one(codes('family')),
            ground: words(1000, {
                optional: true,
                label: 'cases.field.familyGround',
                hint: 'cases.hint.familyGround',
            }),
            subItem: text(60),
            members: many(membersAsOptions(at, say), { label: 'cases.field.forMembers' }),
            provider: text(60),
            fundingSource: text(60),
            amountYuan: yuan({ label: 'cases.field.planned' }),
            unit: text(20),
            start: day(),
            plannedEnd: day({ optional: true }),
            policy: given(),
            measure: given(newKey()),
        }),
        address: '/measures',
    }),
    step<Assistance<'ApprovalRequest'>>({
        key: 'APPROVE_MEASURE',
        group: 'help',
        roles: HEADS,
        bars: (at) => when(inState(at, 'PLANNED').length > 0, plannedAll(at)),
        path: (at) => ({ measure: measureOf(at, 'PLANNED') }),
        fields: () => ({ on: on() }),
        address: ({ measure }) => `/measures/${String(measure)}/approval`,
    }),
    step<Assistance<'DeliveryRequest'>>({
        key: 'DELIVER_MEASURE',
        group: 'help',
        roles: PLANNERS,
        bars: (at) => when(inState(at, 'APPROVED', 'IN_PROGRESS').length > 0),
        path: (at) => ({ measure: measureOf(at, 'APPROVED', 'IN_PROGRESS') }),
        fields: () => ({
            on: on(),
            amountYuan: yuan(),
            evidence: text(100, { hint: 'cases.hint.evidence' }),
        }),
        address: ({ measure }) => `/measures/${String(measure)}/deliveries`,
    }),
    step<Assistance<'EndingRequest'>>({
        key: 'END_MEASURE',
        group: 'help',
        roles: PLANNERS,
        bars: (at) => when(inState(at, 'PLANNED', 'APPROVED', 'IN_PROGRESS').length > 0),
        path: (at) => ({ measure: measureOf(at, 'PLANNED', 'APPROVED', 'IN_PROGRESS') }),
        fields: () => ({ on: on(), ending: one(codes('ending')), result: words(1000) }),
        address: ({ measure }) => `/measures/${String(measure)}/end`,
    }),
    step<Helper>({
        key: 'NAME_HELPER',
        group: 'helper',
        roles: NAMERS,
        bars: (at) => when(!helped(at) && !at.file.closed),
        fields: helper,
        address: '/helper',
    }),
    step<Helper>({
        key: 'REPLACE_HELPER',
        group: 'helper',
        roles: NAMERS,
        bars: (at) => when(helped(at)),
        fields: helper,
        address: '/helper/replacement',
    }),
    step<Shape<'monitoring.helper.HelperController.EndRequest'>>({
        key: 'END_HELPER',
        group: 'helper',
        roles: NAMERS,
        bars: (at) => when(helped(at)),
        fields: () => ({ on: on() }),
        address: '/helper/end',
    }),
    step<Visit>({
        key: 'VISIT_HOUSEHOLD',
        group: 'helper',
        roles: VISITORS,
        bars: (at) => when(!at.file.closed),
        fields: helperVisit,
        address: '/visits',
    }),
    step<Visit>({
        key: 'CORRECT_VISIT',
        group: 'visit',
        roles: VISITORS,
        bars: (at) => when(Boolean(at.about.visit)),
        path: (at) => ({ visit: given(at.about.visit) }),
        fields: helperVisit,
        address: ({ visit }) => `/visits/${String(visit)}/correction`,
    }),
]

/** Whoever planned a measure does not approve it; told where every planned one is the reader's own. */
function plannedAll(at: At) {
    const planned = at.events.filter((event) => event.name === 'assistance.measure-planned')
    return (
        planned.length > 0 && planned.every((event) => event.actor === at.me.username) && { why: 'planned' }
    )
}
