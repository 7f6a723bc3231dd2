import { expect, it } from 'vitest'
import { agrees, type Side } from './sides'

const side = (bornIn?: number): Side => ({
    in: '寨下村委会',
    newer: false,
    ...(bornIn
        ? { person: { id: 'side', kind: 'MEMBER' as const, standing: 'ACTIVE' as const, bornIn } }
        : {}),
})

it('tells what two sides agree on', () => {
    expect(agrees([side(1980), side(1980)], 'bornIn')).toBe(true)
    expect(agrees([side(1980), side(1981)], 'bornIn')).toBe(false)
    expect(agrees([side(1980), side(1981)], 'kind')).toBe(true)
})

it('does not tell of a side that cannot be seen', () => {
    expect(agrees([side(1980), side()], 'bornIn')).toBeNull()
    expect(agrees([side(1980), side(1980)], 'name')).toBeNull()
})
