import type { Shape } from '@/shared/api/client'
import { today } from '@/shared/time'
import { language } from '@/shared/words/language'
import { say } from '@/shared/words/codes'
import type { At } from '../at'
import {
    codes,
    day,
    given,
    group,
    list,
    on,
    one,
    text,
    yes,
    yuan,
    type Field,
    type FieldsOf,
    type Option,
    type Values,
} from '../fields'

type Form = Shape<'monitoring.identification.VisitForm'>
type Guarantees = Form['guarantees']
type Income = Form['income']

const month = (back: number, from: string): Date => {
    const [year = 0, number = 1] = from.split('-').map(Number)
    return new Date(Date.UTC(year, number - 1 - back, 1))
}
const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The twelve whole months before the month of a day. */
export function windowBefore(visited: string): { from: string; to: string } {
    const end = month(0, visited)
    end.setUTCDate(0)
    return { from: iso(month(12, visited)), to: iso(end) }
}

/** Moves the months of the income sheet with the day of the visit, as long as nobody has chosen others. */
export function follow(form: Values, before: string, now: string): void {
    const income = form.income as Values
    const was = windowBefore(before)
    if (income.from === was.from && income.to === was.to) Object.assign(income, windowBefore(now))
}

/** The four questions of every visit: what is wanting. */
export const guarantees = (): Field =>
    group<Guarantees>({
        housingProblem: yes(),
        childOutOfSchool: yes(),
        waterProblem: yes(),
        memberUninsured: yes(),
    })

const items = (at: At, block: unknown): Option[] =>
    at.items
        .filter((item) => item.block === block)
        .map((item) => ({
            value: item.code,
            label: `${language.value === 'zh' ? item.term : item.english}${
                item.standing === 'COUNTED' ? '' : `（${say('income-standing', item.standing)}）`
            }`,
        }))

/** The visit form: who was there, what they saw, and the income sheet. */
export const visit = (at: At): FieldsOf<Form> => {
    const { from, to } = windowBefore(today())
    return {
        on: on(),
        visitors: list<Form['visitors'][number]>(
            {
                account: text(64, { label: 'cases.field.visitorAccount' }),
                title: text(40, { label: 'cases.field.visitorTitle' }),
                relativeOfHousehold: yes(),
            },
            { least: 2, hint: 'cases.hint.visitors' },
        ),
        guarantees: guarantees(),
        seen: list<Form['seen'][number]>(
            {
                member: given(),
                ability: one(codes('labour')),
            },
            {
                hint: 'cases.hint.seen',
                rows: at.members.map((member) => ({
                    title: `${say('relation', member.relation)} ${member.name}`,
                    start: { member: member.member, ability: member.labour },
                })),
            },
        ),
        income: group<Income>(
            {
                from: day({ start: from }),
                to: day({ start: to }),
                items: list<Income['items'][number]>(
                    {
                        block: one(codes('income-block')),
                        code: one((row) => items(at, row.block), { label: 'cases.field.item' }),
                        amountYuan: yuan(),
                        source: one(codes('income-source'), { start: 'SELF_DECLARED' }),
                        proof: given(),
                    },
                    { label: 'cases.field.incomeItem', hint: 'cases.hint.items' },
                ),
                claimYuan: yuan({ optional: true }),
            },
            { hint: 'cases.hint.income' },
        ),
        selfPaidYuan: yuan({ start: 0 }),
    }
}
