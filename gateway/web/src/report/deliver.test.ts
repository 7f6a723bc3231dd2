import { describe, expect, it, vi } from 'vitest'
import { Refused, Unreachable } from '@/shared/api/problem'
import { deliver, type Parcel, type Post } from './deliver'
import { emptyDraft, formOf } from './draft'

const NUMBER = 'K158-1ZX5-QG3D-SFKK'
const photo = (key: string) => ({ key, picture: new ArrayBuffer(2) })
const refused = (status: number, code: string) =>
    new Refused({ code, title: code, status, detail: `因为 ${code}` })

const parcel = (photos: string[] = []): Parcel => ({
    key: 'one',
    village: '440233101203',
    since: '2026-11-29',
    draft: emptyDraft('440233101203'),
    form: formOf(emptyDraft('440233101203')),
    photos: photos.map(photo),
    tracking: null,
    refusal: null,
    lostPhotos: [],
})

function office(): Post & { report: ReturnType<typeof vi.fn>; photo: ReturnType<typeof vi.fn> } {
    return { report: vi.fn(async () => NUMBER), photo: vi.fn(async () => undefined) }
}

const keep = () => {
    const kept: Parcel[] = []
    return { kept, keep: async (one: Parcel) => void kept.push(structuredClone(one)) }
}

describe('a parcel', () => {
    it('arrives whole, and nothing of the household stays', async () => {
        const post = office()
        const { kept, keep: store } = keep()
        const one = parcel(['a', 'b'])
        expect(await deliver(one, post, store)).toBe('DELIVERED')
        expect(kept.at(-1)).toMatchObject({ draft: null, form: null, photos: [], tracking: NUMBER })
        expect(post.photo.mock.calls.map(([, { key }]) => key)).toEqual(['a', 'b'])
    })

    it('waits without a network, and is sent under the same key later', async () => {
        const post = office()
        const one = parcel()
        post.report.mockRejectedValueOnce(new Unreachable())
        expect(await deliver(one, post, keep().keep)).toBe('WAITING')
        expect(one.form).not.toBeNull()
        expect(await deliver(one, post, keep().keep)).toBe('DELIVERED')
        expect(post.report.mock.calls.map(([, key]) => key)).toEqual(['one', 'one'])
    })

    it('goes on with the photo at which the network broke, and does not report again', async () => {
        const post = office()
        const one = parcel(['a', 'b'])
        post.photo.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Unreachable())
        expect(await deliver(one, post, keep().keep)).toBe('WAITING')
        expect(await deliver(one, post, keep().keep)).toBe('DELIVERED')
        expect(post.report).toHaveBeenCalledTimes(1)
        expect(post.photo.mock.calls.map(([, { key }]) => key)).toEqual(['a', 'b', 'b'])
    })

    it('that is refused keeps the reason and the draft', async () => {
        const post = office()
        const { kept, keep: store } = keep()
        post.report.mockRejectedValueOnce(refused(409, 'person.phone-malformed'))
        expect(await deliver(parcel(['a']), post, store)).toBe('REFUSED')
        expect(kept.at(-1)?.refusal?.code).toBe('person.phone-malformed')
        expect(kept.at(-1)?.draft).not.toBeNull()
        expect(post.photo).not.toHaveBeenCalled()
    })

    it.each([
        [429, 'request.too-many'],
        [503, 'log.unavailable'],
        [404, 'not-found'],
        [409, 'log.changed-meanwhile'],
    ])('waits when the office answers %i, %s', async (status, code) => {
        const post = office()
        post.report.mockRejectedValueOnce(refused(status, code))
        expect(await deliver(parcel(), post, keep().keep)).toBe('WAITING')
    })

    it('tells why a photo was not taken, and sends the others', async () => {
        const post = office()
        const one = parcel(['a', 'b'])
        post.photo.mockRejectedValueOnce(refused(409, 'photo.unreadable'))
        expect(await deliver(one, post, keep().keep)).toBe('DELIVERED')
        expect(one.lostPhotos).toEqual(['因为 photo.unreadable'])
    })

    it('counts a photo as arrived that the office has already', async () => {
        const post = office()
        const one = parcel(['a'])
        post.photo.mockRejectedValueOnce(refused(409, 'report.photo-twice'))
        expect(await deliver(one, post, keep().keep)).toBe('DELIVERED')
        expect(one.lostPhotos).toEqual([])
    })
})
