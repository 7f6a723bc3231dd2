import { expect, it } from 'vitest'
import { grouped, isTracking, progressAddress } from './tracking'

it('keeps the number behind the fragment', () => {
    const address = new URL(progressAddress('K158-1ZX5-QG3D-SFKK', 'https://example.test'))
    expect(address.pathname + address.search).toBe('/report/progress')
    expect(address.hash).toBe('#K158-1ZX5-QG3D-SFKK')
})

it.each([
    ['k158 1zx5 qg3d sfkk', 'K158-1ZX5-QG3D-SFKK'],
    ['KI58lZX5QG3DSFKKO'.slice(0, 16), 'K158-1ZX5-QG3D-SFKK'],
    ['  K158 ', 'K158'],
])('reads %s', (typed, number) => {
    expect(grouped(typed)).toBe(number)
})

it.each([
    ['K158-1ZX5-QG3D-SFKK', true],
    ['K158-1ZX5-QG3D-SFKU', false],
    ['K158-1ZX5-QG3D', false],
])('takes %s for a number: %s', (text, good) => {
    expect(isTracking(text)).toBe(good)
})
