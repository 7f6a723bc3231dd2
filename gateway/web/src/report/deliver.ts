import { Refused, type Problem } from '@/shared/api/problem'
import type { Draft, Form } from './draft'

/** A photo on its way; sent again, it is sent with the same key. */
export interface KeptPhoto {
    key: string
    picture: ArrayBuffer
}

/**
 * A report on its way. What it says of the household is wiped as soon as the office has it; the tracking
 * number stays until the household has noted it.
 */
export interface Parcel {
    key: string
    village: string
    since: string
    draft: Draft | null
    form: Form | null
    photos: KeptPhoto[]
    tracking: string | null
    refusal: Problem | null
    /** why photos were not taken */
    lostPhotos: string[]
}

/** The way to the office. */
export interface Post {
    report: (form: Form, key: string) => Promise<string>
    photo: (tracking: string, photo: KeptPhoto, progress: (share: number) => void) => Promise<void>
}

export type Outcome = 'DELIVERED' | 'WAITING' | 'REFUSED'

// Refusals that say nothing about the report: whoever asks again later may be heard.
const FOR_NOW = [401, 404, 408, 425, 429]
const isFinal = (problem: unknown): problem is Refused =>
    problem instanceof Refused &&
    problem.problem.status >= 400 &&
    problem.problem.status < 500 &&
    !FOR_NOW.includes(problem.problem.status) &&
    problem.problem.code !== 'log.changed-meanwhile'

/**
 * Carries a parcel as far as the network lets it, from where it stopped. Each part has a key of its own, so
 * that one which arrived without the answer coming back is not there twice.
 *
 * @param keep stores the parcel after each step
 */
export async function deliver(
    parcel: Parcel,
    post: Post,
    keep: (parcel: Parcel) => Promise<void>,
    progress: (share: number) => void = () => undefined,
): Promise<Outcome> {
    const parts = 1 + parcel.photos.length
    if (parcel.form) {
        try {
            parcel.tracking = await post.report(parcel.form, parcel.key)
        } catch (problem) {
            if (!isFinal(problem)) return 'WAITING'
            parcel.refusal = problem.problem
            await keep(parcel)
            return 'REFUSED'
        }
        parcel.form = null
        parcel.draft = null
        await keep(parcel)
    }
    for (let photo = parcel.photos[0]; photo && parcel.tracking; photo = parcel.photos[0]) {
        const done = parts - parcel.photos.length
        try {
            await post.photo(parcel.tracking, photo, (share) => progress((done + share) / parts))
        } catch (problem) {
            if (!isFinal(problem)) return 'WAITING'
            if (problem.problem.code !== 'report.photo-twice') {
                parcel.lostPhotos.push(problem.problem.detail || problem.problem.title)
            }
        }
        parcel.photos.shift()
        await keep(parcel)
    }
    progress(1)
    return 'DELIVERED'
}
