import type { Shape } from '@/shared/api/client'
import { yuan } from '@/shared/time'

export type Rule = Shape<'monitoring.incentive.table.IncentiveTable.Entry'>
export type RuleTerms = Shape<'monitoring.incentive.IncentiveRuleController.TermsRequest'>
export type Unit = RuleTerms['unit']

const FEN = 100
const SOLD = 'OUTPUT_SOLD_FEN'

// Sales are kept in fen and written in yuan; months and scale are whole as they are.
const factor = (unit: string): number => (unit === SOLD ? FEN : 1)

/** A quantity as it is written for its unit; NaN where it is none. */
export const toUnits = (unit: string, text: string): number =>
    text.trim() === '' ? NaN : Math.round(Number(text) * factor(unit))

type Say = (key: string, values: Record<string, unknown>) => string

/** A quantity in words. */
export function quantityWords(unit: string, amount: number, say: Say): string {
    if (unit === SOLD) return say('toolbox.yuanOf', { n: yuan(amount) })
    return say(unit === 'WORK_MONTHS' ? 'toolbox.months' : 'toolbox.unitsOf', { n: amount })
}

export interface RuleDraft {
    title: string
    unit: string
    per: string
    tiers: { from: string; rate: string }[]
    cap: string
    from: string
    until: string
    source: string
}

const written = (unit: string, amount: number): string => String(amount / factor(unit))

/** What a form begins with: the version that is revised, or nothing. */
export const ruleDraft = (terms?: RuleTerms): RuleDraft => ({
    title: terms?.title ?? '',
    unit: terms?.unit ?? 'WORK_MONTHS',
    per: terms ? written(terms.unit, terms.per) : '1',
    tiers: terms?.tiers.map((tier) => ({
        from: written(terms.unit, tier.from),
        rate: String(tier.rateFen / FEN),
    })) ?? [{ from: '0', rate: '' }],
    cap: terms ? String(terms.capFen / FEN) : '',
    from: terms?.from ?? '',
    until: terms?.until ?? '',
    source: terms?.source ?? '',
})

export const ruleTerms = (draft: RuleDraft): RuleTerms => ({
    title: draft.title.trim(),
    unit: draft.unit as Unit,
    per: toUnits(draft.unit, draft.per),
    tiers: draft.tiers.map((tier) => ({
        from: toUnits(draft.unit, tier.from),
        rateFen: toUnits(SOLD, tier.rate),
    })),
    capFen: toUnits(SOLD, draft.cap),
    from: draft.from,
    until: draft.until || undefined,
    source: draft.source.trim(),
})

/** Whether a rule can be sent: amounts above nothing, tiers rising. */
export function isSound(draft: RuleDraft): boolean {
    const { title, per, tiers, capFen, from, source } = ruleTerms(draft)
    return (
        [title, from, source].every((text) => text !== '') &&
        [per, capFen, ...tiers.map((tier) => tier.rateFen)].every((amount) => amount > 0) &&
        tiers.every((tier, at) => tier.from > (tiers[at - 1]?.from ?? -1))
    )
}
