import { newKey, type Shape } from '@/shared/api/client'
import { say } from '@/shared/words/codes'
import { COUNTY, GROUNDS } from '../../roles'
import { documentOf } from '../document'
import { actorOf, membersAsOptions, type At } from '../at'
import {
    codes,
    count,
    given,
    group,
    hundredths,
    many,
    on,
    one,
    text,
    words,
    yes,
    type Field,
    type FieldsOf,
    day,
} from '../fields'
import { isUndecided } from '../procedure'
import { step, when, type Step } from '../step'

type Register<
    N extends
        | 'PersonRequest'
        | 'AddMemberRequest'
        | 'CorrectMemberRequest'
        | 'DecreaseMemberRequest'
        | 'MoveMemberRequest'
        | 'DescribeMemberRequest'
        | 'DescribeHouseholdRequest'
        | 'DisputeBaseTypeRequest'
        | 'CorrectBaseTypeRequest'
        | 'UpholdBaseTypeRequest',
> = Shape<`monitoring.household.HouseholdController.${N}`>
type Household = Shape<'monitoring.profile.HouseholdProfile'>
type Member = Shape<'monitoring.profile.MemberProfile'>
type Part<P, K extends keyof P> = NonNullable<P[K]>

const KEEPERS = [...GROUNDS, 'TOWN_OFFICE', 'COUNTY_OFFICER']
const OPTIONAL = { optional: true }

/** Who a person is. The document tells sex and birth where it is a resident id. */
export const person = (relation?: string): FieldsOf<Register<'PersonRequest'>> => ({
    name: text(40),
    document: text(60, { hint: 'cases.hint.document', as: documentOf }),
    sex: one(codes('sex'), OPTIONAL),
    born: day(OPTIONAL),
    relation: one(codes('relation'), { start: relation }),
    labour: one(codes('labour'), { start: 'ORDINARY' }),
    health: many(codes('health'), { start: ['HEALTHY'] }),
    student: yes(),
})

const memberOf = (at: At): Record<string, Field> => ({
    member: one(membersAsOptions(at, say), { start: at.about.member, label: 'cases.field.whichMember' }),
})

const headOf = (at: At) => at.members.find((member) => member.relation === 'HEAD')?.member

/** Asked for where somebody stays behind; the service says when it is needed. */
const newHead = (at: At): Field =>
    one(
        membersAsOptions(at, say).filter(({ value }) => value !== headOf(at)),
        { optional: true, hint: 'cases.hint.newHead' },
    )

const disputed = (at: At): boolean => at.file.baseTypeDispute?.state === 'OPEN'
const ofMember = (tail: string) => (path: Record<string, unknown>) =>
    `/members/${String(path.member)}/${tail}`

/** What is written down of a household and of those who live there. */
export const register: Step[] = [
    step<Register<'AddMemberRequest'>>({
        key: 'ADD_MEMBER',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(!at.file.closed),
        fields: () => ({
            on: on(),
            reason: one(codes('increase'), { ...OPTIONAL, label: 'household.leaf.joined' }),
            person: group<Register<'PersonRequest'>>(person()),
            member: given(newKey()),
        }),
        address: '/members',
    }),
    step<Register<'CorrectMemberRequest'>>({
        key: 'CORRECT_MEMBER',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(at.members.length > 0),
        path: memberOf,
        fields: () => ({
            on: on(),
            person: group<Register<'PersonRequest'>>(person(), { hint: 'cases.hint.correct' }),
        }),
        address: ofMember('correction'),
    }),
    step<Register<'DecreaseMemberRequest'>>({
        key: 'DECREASE_MEMBER',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(at.members.length > 0),
        path: memberOf,
        fields: (at) => ({
            on: on(),
            reason: one(
                codes('decrease').filter(({ value }) => value !== 'OTHER_HOUSEHOLD'),
                { label: 'household.leaf.gone' },
            ),
            newHead: newHead(at),
        }),
        address: ofMember('decrease'),
    }),
    step<Register<'MoveMemberRequest'>>({
        key: 'MOVE_MEMBER',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(at.members.length > 0),
        path: memberOf,
        fields: (at) => ({
            on: on(),
            to: { is: 'household', label: 'cases.field.toHousehold' },
            relation: one(codes('relation'), { label: 'cases.field.relationThere' }),
            newHead: newHead(at),
        }),
        address: ofMember('move'),
    }),
    step<Shape<'monitoring.forgetting.ForgettingController.ForgetRequest'>>({
        key: 'PROPOSE_ERASURE',
        group: 'register',
        roles: ['COUNTY_OFFICER'],
        bars: (at) => when(at.file.members.length > 0),
        path: (at) => memberOf({ ...at, members: at.file.members }), // also who has left
        fields: () => ({
            ground: one(codes('erasure-ground'), { label: 'cases.field.erasureGround' }),
            reason: words(500),
        }),
        address: ofMember('erasures'),
    }),
    step<Register<'DescribeMemberRequest'>>({
        key: 'DESCRIBE_MEMBER',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(at.members.length > 0),
        path: memberOf,
        fields: () => ({ on: on(), profile: group<Member>(member(), { hint: 'cases.hint.describe' }) }),
        address: ofMember('description'),
    }),
    step<Register<'DescribeHouseholdRequest'>>({
        key: 'DESCRIBE_HOUSEHOLD',
        group: 'register',
        roles: KEEPERS,
        bars: (at) => when(!at.file.closed),
        fields: () => ({ on: on(), profile: group<Household>(household(), { hint: 'cases.hint.describe' }) }),
        address: '/description',
    }),
    step<Register<'DisputeBaseTypeRequest'>>({
        key: 'DISPUTE_BASE_TYPE',
        group: 'register',
        roles: ['TOWN_OFFICE', 'COUNTY_OFFICER'],
        bars: (at) => when(!disputed(at) && !at.file.closed, isUndecided(at.stage) && { why: 'inCase' }),
        fields: (at) => ({
            on: on(),
            baseType: given(at.file.baseType === 'LIFTED' ? 'ORDINARY' : 'LIFTED'),
            reason: words(200),
            evidence: text(200),
        }),
        address: '/base-type/dispute',
    }),
    step<Register<'CorrectBaseTypeRequest'>>({
        key: 'CONFIRM_BASE_TYPE',
        group: 'register',
        roles: COUNTY,
        bars: (at) =>
            when(
                disputed(at),
                actorOf(at, 'household.base-type-disputed') === at.me.username && { why: 'disputed' },
                isUndecided(at.stage) && { why: 'inCase' },
            ),
        fields: () => ({ on: on() }),
        address: '/base-type/correction',
    }),
    step<Register<'UpholdBaseTypeRequest'>>({
        key: 'UPHOLD_BASE_TYPE',
        group: 'register',
        roles: ['TOWN_OFFICE', ...COUNTY],
        bars: (at) => when(disputed(at)),
        fields: () => ({ on: on(), reason: words(200) }),
        address: '/base-type/upholding',
    }),
]

function household(): FieldsOf<Household> {
    return {
        land: group<Part<Household, 'land'>>(
            {
                cultivated: hundredths({ start: 0 }),
                forest: hundredths({ start: 0 }),
                returned: hundredths({ start: 0 }),
                orchard: hundredths({ start: 0 }),
                water: hundredths({ start: 0, label: 'cases.field.waterLand' }),
                pasture: hundredths({ start: 0 }),
            },
            OPTIONAL,
        ),
        house: group<Part<Household, 'house'>>(
            {
                grade: one(codes('house-grade')),
                area: hundredths(OPTIONAL),
                structure: one(codes('structure'), OPTIONAL),
                tenure: one(codes('tenure'), OPTIONAL),
                rebuiltIn: count({ ...OPTIONAL, most: 2100 }),
            },
            OPTIONAL,
        ),
        water: group<Part<Household, 'water'>>(
            { quantity: yes(), quality: yes(), convenience: yes(), reliability: yes() },
            { ...OPTIONAL, label: 'cases.field.drinkingWater' },
        ),
        living: group<Part<Household, 'living'>>(
            {
                road: one(codes('road'), OPTIONAL),
                toMainRoadMetres: count(OPTIONAL),
                fuel: one(codes('fuel'), OPTIONAL),
                toilet: one(codes('toilet'), OPTIONAL),
                television: yes(),
                domesticPower: yes(),
                productionPower: yes(),
            },
            OPTIONAL,
        ),
        links: group<Part<Household, 'links'>>(
            { cooperative: yes(), leadingEnterprise: yes(), entrepreneur: yes() },
            OPTIONAL,
        ),
        marks: group<Part<Household, 'marks'>>(
            { relocated: yes(), martyrOrVeteran: yes(), noLabourBackstop: yes() },
            OPTIONAL,
        ),
        relocationAddress: text(200, OPTIONAL),
        account: group<Part<Household, 'account'>>(
            { bank: text(60), number: text(40, { label: 'cases.field.accountNumber' }) },
            OPTIONAL,
        ),
        nationalNumber: text(40, OPTIONAL),
    }
}

function member(): FieldsOf<Member> {
    return {
        standing: group<Part<Member, 'standing'>>(
            { hukouMember: yes({ start: true }), coResident: yes({ start: true }) },
            OPTIONAL,
        ),
        schooling: group<Part<Member, 'schooling'>>(
            {
                education: one(codes('education'), OPTIONAL),
                status: one(codes('school'), OPTIONAL),
                notAtSchool: one(codes('not-at-school'), OPTIONAL),
                homeTeaching: yes(),
            },
            OPTIONAL,
        ),
        disability: group<Part<Member, 'disability'>>(
            {
                category: one(codes('disability'), { label: 'cases.field.disabilityCategory' }),
                grade: count({ most: 4, label: 'cases.field.disabilityGrade' }),
                certificate: text(40, OPTIONAL),
                issuedIn: count({ ...OPTIONAL, most: 2100 }),
            },
            OPTIONAL,
        ),
        work: group<Part<Member, 'work'>>(
            {
                current: yes(),
                place: group<Part<Part<Member, 'work'>, 'place'>>(
                    {
                        text: text(100, { ...OPTIONAL, label: 'cases.field.workPlace' }),
                        county: text(6, { ...OPTIONAL, label: 'cases.field.countyCode' }),
                        abroad: yes(),
                    },
                    { ...OPTIONAL, label: 'cases.field.workPlace' },
                ),
                months: count({ ...OPTIONAL, most: 12 }),
                employer: text(100, OPTIONAL),
                sector: one(codes('sector'), OPTIONAL),
                channel: one(codes('work-channel'), OPTIONAL),
                monthlyWageFen: hundredths(OPTIONAL),
                pointToPoint: yes(),
            },
            OPTIONAL,
        ),
        post: group<Part<Member, 'post'>>(
            { payer: one(codes('payer'), OPTIONAL), months: count({ ...OPTIONAL, most: 12 }) },
            OPTIONAL,
        ),
        insurances: group<Part<Member, 'insurances'>>(
            {
                residentMedical: yes(),
                employeeMedical: yes(),
                seriousIllness: yes(),
                commercial: yes(),
                accidentSubsidy: yes(),
                pension: one(codes('pension'), { start: 'NONE' }),
            },
            OPTIONAL,
        ),
        support: group<Part<Member, 'support'>>(
            { dibao: yes(), tekun: yes(), medicalRelief: yes(), orphan: yes(), yulu: yes() },
            OPTIONAL,
        ),
        particulars: group<Part<Member, 'particulars'>>(
            {
                phone: text(20, OPTIONAL),
                nationalNumber: text(40, { ...OPTIONAL, label: 'cases.field.nationalPerson' }),
                ethnicGroup: text(20, OPTIONAL),
                politicalStatus: one(codes('politics'), OPTIONAL),
                graduateWithoutWork: one(codes('graduate'), OPTIONAL),
                mandarin: yes(),
            },
            OPTIONAL,
        ),
    }
}
