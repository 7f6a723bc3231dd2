import type { Place } from '@/shared/places'

/** A town and its villages, a block of the scheme. */
export interface Town extends Place {
    villages: Place[]
}

/** Steps of colour above nothing. */
export const STEPS = 4

/** 0 for nothing, otherwise 1 to `STEPS`, the share of the largest number there is. */
export const stepOf = (value: number, most: number): number =>
    value <= 0 || most <= 0 ? 0 : Math.min(STEPS, Math.ceil((value / most) * STEPS))

/** The whole numbers that each step holds; steps that hold none are left out. */
export function legend(most: number): { step: number; from: number; to: number }[] {
    const steps: { step: number; from: number; to: number }[] = []
    for (let value = 1; value <= most; value++) {
        const step = stepOf(value, most)
        const last = steps.at(-1)
        if (last?.step === step) last.to = value
        else steps.push({ step, from: value, to: value })
    }
    return steps
}

/** 寨下 of 寨下村委会: what fits into a cell. The whole name is told to who cannot see it. */
export const short = (name: string): string => name.replace(/(?:社区)?(?:村委会|居委会|村|社区)$/, '') || name

/** Sums by village, of rows that have one each. */
export function sums<R>(
    rows: readonly R[],
    village: (row: R) => string,
    amount: (row: R) => number,
): Map<string, number> {
    const all = new Map<string, number>()
    rows.forEach((row) => all.set(village(row), (all.get(village(row)) ?? 0) + amount(row)))
    return all
}
