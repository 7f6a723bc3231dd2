import type { Shape } from '@/shared/api/client'

export type Whole = Shape<'monitoring.duplicate.worklist.DuplicateList.Whole'>
export type Side = Shape<'monitoring.duplicate.worklist.DuplicateList.SideBySide'>
export type Someone = NonNullable<Side['person']>

/** What is told of a person, in the order of the comparison; one is told only when a side says it. */
export const TOLD = ['kind', 'name', 'document', 'bornIn', 'standing'] as const

/** Whether both sides say the same of a person; null when either of them cannot be seen or says nothing. */
export function agrees(sides: readonly Side[], told: keyof Someone): boolean | null {
    const [one, other] = sides.map((side) => side.person?.[told])
    return one == null || other == null ? null : one === other
}
