import type { Shape } from '@/shared/api/client'

export type Enrolment = Shape<'monitoring.enrolment.list.EnrolmentList.Entry'>
export type Progress = Shape<'monitoring.enrolment.EnrolmentController.Progress'>
export type Batch = Shape<'monitoring.batch.list.BatchList.Entry'>

const ACCEPTED = 'ACCEPTED'

/** Why a roll is discarded; a batch also when its basis does not suffice. */
export const ROLL_REASONS = ['WRONG_FILE', 'TOO_MANY_ERRORS', 'SUPERSEDED']
export const BATCH_REASONS = [...ROLL_REASONS, 'BASIS_INSUFFICIENT']

export interface Verdict {
    code: string
    rows: number
    /** of all rows, in percent with one place */
    percent: number
}

/** What was said of the rows: accepted first, then what was wrong most often. */
export function verdictsOf(counts: Record<string, number>): Verdict[] {
    const all = Object.values(counts).reduce((sum, rows) => sum + rows, 0)
    return Object.entries(counts)
        .map(([code, rows]) => ({ code, rows, percent: all ? Math.round((rows / all) * 1000) / 10 : 0 }))
        .sort(
            (one, other) =>
                Number(other.code === ACCEPTED) - Number(one.code === ACCEPTED) || other.rows - one.rows,
        )
}

export const accepted = (counts: Record<string, number>): number => counts[ACCEPTED] ?? 0

/** How much of a roll is registered, in whole percent: 100 only when nothing is left to do. */
export const percentDone = ({ pieces, done }: Pick<Progress, 'pieces' | 'done'>): number =>
    pieces === 0 ? 100 : Math.floor((done / pieces) * 100)
