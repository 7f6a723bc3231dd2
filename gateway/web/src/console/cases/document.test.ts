import { describe, expect, it } from 'vitest'
import { documentOf, documentWords } from './document'

describe('a document', () => {
    it('of another kind is told by that kind', () => {
        expect(documentOf('护照：e12345678')).toBe('PASSPORT:E12345678')
        expect(documentOf('港澳居民居住证:H1234567')).toBe('HONG_KONG_MACAO:H1234567')
    })

    it('stays as it is when it is a number, or a kind the service is to judge', () => {
        expect(documentOf('999999199001016511x')).toBe('999999199001016511X')
        expect(documentOf('军官证:12345')).toBe('军官证:12345')
    })

    it('is read with its kind in words', () => {
        expect(documentWords('PASSPORT:*******78')).toBe('护照 *******78')
        expect(documentWords('999999********6511')).toBe('999999********6511')
    })
})
