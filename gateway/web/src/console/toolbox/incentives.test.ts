import { expect, it } from 'vitest'
import { isSound, quantityWords, ruleDraft, ruleTerms, toUnits, type RuleTerms } from './incentives'

const TERMS: RuleTerms = {
    title: '销售奖励（示范）',
    unit: 'OUTPUT_SOLD_FEN',
    per: 10_000,
    tiers: [
        { from: 0, rateFen: 500 },
        { from: 1_000_000, rateFen: 800 },
    ],
    capFen: 300_000,
    from: '2026-01-01',
    source: '示范文件',
}

it('is written in yuan and kept in fen', () => {
    const draft = ruleDraft(TERMS)
    expect([draft.per, draft.cap, draft.tiers[1]]).toEqual(['100', '3000', { from: '10000', rate: '8' }])
    expect(ruleTerms(draft)).toEqual({ ...TERMS, until: undefined })
})

it('keeps months as they are', () => {
    expect(toUnits('WORK_MONTHS', '6')).toBe(6)
    expect(toUnits('OUTPUT_SOLD_FEN', '12.34')).toBe(1234)
    expect(toUnits('WORK_MONTHS', ' ')).toBeNaN()
})

it('is sound when tiers rise and amounts are more than nothing', () => {
    const draft = ruleDraft(TERMS)
    expect(isSound(draft)).toBe(true)
    expect(isSound({ ...draft, cap: '0' })).toBe(false)
    expect(isSound({ ...draft, per: 'x' })).toBe(false)
    expect(isSound({ ...draft, tiers: [...draft.tiers].reverse() })).toBe(false)
    expect(isSound({ ...draft, tiers: [{ from: '', rate: '1' }] })).toBe(false)
})

it('tells a quantity in its unit', () => {
    const say = (key: string, values: Record<string, unknown>) => `${key} ${values.n}`
    expect(quantityWords('OUTPUT_SOLD_FEN', 1_000_000, say)).toBe('toolbox.yuanOf 10,000.00')
    expect(quantityWords('WORK_MONTHS', 6, say)).toBe('toolbox.months 6')
})
