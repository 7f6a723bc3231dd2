import { describe, expect, it } from 'vitest'
import { clockOf, instantOf } from './time'

describe('the clocks of the village', () => {
    it('stand eight hours ahead, wherever the device is', () => {
        expect(clockOf('2026-11-28T23:51:51.161Z')).toBe('2026-11-29 07:51:51')
        expect(instantOf('2026-11-29 07:51:51')).toBe('2026-11-28T23:51:51.000Z')
    })
})
