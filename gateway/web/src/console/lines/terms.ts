import type { Shape } from '@/shared/api/client'

export type Line = Shape<'monitoring.line.table.LineTable.Entry'>
export type Terms = Shape<'monitoring.line.LineController.TermsRequest'>

export interface Draft {
    area: string
    year: number
    amount: string
    inclusive: boolean
    basis: string
    documentNo: string
    effectiveFrom: string
    derivation: string
}

/** What a form begins with: the line that is corrected, or a new one of this year. */
export const draftOf = (line: Line | null, area: string, year: number): Draft => ({
    area: line?.area ?? area,
    year: line?.year ?? year,
    amount: line ? String(line.amountYuan) : '',
    inclusive: line?.inclusive ?? true,
    basis: line?.basis ?? 'DISPOSABLE_INCOME',
    documentNo: line?.documentNo ?? '',
    effectiveFrom: line?.effectiveFrom ?? `${year}-01-01`,
    derivation: line?.derivation ?? '',
})

/** An amount of yuan with at most two decimals, as the service takes it. */
export const isAmount = (text: string): boolean => /^\d{1,7}(\.\d{1,2})?$/.test(text) && Number(text) > 0

export const isComplete = (draft: Draft): boolean =>
    isAmount(draft.amount) && draft.documentNo.trim() !== '' && draft.effectiveFrom !== ''

export const termsOf = (draft: Draft): Terms => ({
    amountYuan: Number(draft.amount),
    inclusive: draft.inclusive,
    basis: draft.basis as Terms['basis'],
    documentNo: draft.documentNo.trim(),
    effectiveFrom: draft.effectiveFrom,
    derivation: draft.derivation.trim(),
})

/** Of the versions of one line the one that counts is the last; they come latest first. */
export const isLatest = (lines: readonly Line[], line: Line): boolean =>
    lines.find((other) => other.line === line.line) === line
