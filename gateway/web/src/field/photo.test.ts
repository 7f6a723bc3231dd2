import { expect, test } from 'vitest'
import { shrunk } from './photo'

test('a large picture is made small in proportion, a small one is left', () => {
    expect(shrunk(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(shrunk(3000, 4000)).toEqual({ width: 1200, height: 1600 })
    expect(shrunk(800, 600)).toEqual({ width: 800, height: 600 })
})
