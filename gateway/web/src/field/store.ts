import { computed, reactive, ref } from 'vue'
import { api, csrfToken, newKey, onSignedOut, told, upload } from '@/shared/api/client'
import type { Refused } from '@/shared/api/problem'
import { usePlaces } from '@/shared/places'
import { readSession, session, type Session } from '@/shared/session'
import * as keep from './keep'
import { TYPE } from './photo'
import { send as sendOne, type Doors, type Outcome } from './sync'
import { filed, take, type List } from './today'
import { bodyOf, type Record } from './visit'

const ME = 'me'

/** Who goes; known from the last sign-in where there is no network. */
export const who = ref<Session | null>(null)
export const online = ref(navigator.onLine)
/** A sign-in is needed before anything can be sent. */
export const signInNeeded = ref(false)
/** Somebody else's visits lie on this device and wait for them. */
export const others = ref(0)
export const list = ref<List | null>(null)
export const records = reactive(new Map<string, Record>())
export const sending = ref(false)
export const sentNow = ref(0)

export const ofState = (state: Record['state']) =>
    computed(() => [...records.values()].filter((one) => one.state === state))

const places = usePlaces()

async function placeOf(division: string): Promise<string> {
    for (const parent of ['', division.slice(0, 6), division.slice(0, 9)])
        await places.below(parent).catch(() => [])
    return places.whole(division)
}

onSignedOut.tell = () => {
    signInNeeded.value = true
}

/** Reads who is here and what is kept for them. */
export async function begin(): Promise<void> {
    const known = await keep.get<Session>('who', ME)
    try {
        const told = await readSession()
        signInNeeded.value = !told.signedIn
        who.value = told.signedIn ? told : (known ?? null)
        if (told.signedIn) await keep.put('who', ME, told)
    } catch {
        who.value = known ?? null
        signInNeeded.value = false
    }
    session.value = who.value ?? { signedIn: false }
    const mine = who.value?.username
    const kept = await keep.all<Record>('visit')
    records.clear()
    kept.filter((one) => one.owner === mine).forEach((one) => records.set(one.visit, one))
    others.value = kept.filter((one) => one.owner !== mine).length
    const taken = mine ? await keep.get<List & { owner: string }>('list', ME) : undefined
    list.value = taken && taken.owner === mine ? taken : null
}

/** Fetches today's list and keeps it. */
export async function takeAlong(): Promise<void> {
    const account = who.value?.username ?? ''
    const taken = await take(account, placeOf)
    list.value = taken
    await keep.put('list', ME, { ...taken, owner: account })
}

export async function save(record: Record): Promise<void> {
    const plain = JSON.parse(JSON.stringify(record)) as Record
    records.set(plain.visit, plain)
    await keep.put('visit', plain.visit, plain)
}

const photoId = (visit: string, digest: string) => `${visit} ${digest}`

export const savePhoto = (visit: string, digest: string, bytes: Uint8Array<ArrayBuffer>) =>
    keep.putBytes('photo', photoId(visit, digest), bytes)
export const photoOf = (visit: string, digest: string) => keep.getBytes('photo', photoId(visit, digest))
export const dropPhoto = (visit: string, digest: string) => keep.remove('photo', photoId(visit, digest))

/** Takes a visit off the device. */
export async function drop(record: Record): Promise<void> {
    const { photos, signature } = record.findings
    for (const digest of [...photos, signature ?? '']) await dropPhoto(record.visit, digest)
    await keep.remove('visit', record.visit)
    records.delete(record.visit)
}

const addressOf = ({ household, decision }: Record): string => {
    const visits = `/api/monitoring/households/${encodeURIComponent(household)}/visits`
    return decision?.how === 'correction' ? `${visits}/${encodeURIComponent(decision.of)}/correction` : visits
}

const doors: Doors = {
    filed,
    send: (record) =>
        told(
            api.POST(
                addressOf(record) as '/api/monitoring/households/{household}/visits',
                {
                    headers: { 'Idempotency-Key': record.visit },
                    body: bodyOf(record),
                } as never,
            ),
        ),
    async photo(record, digest) {
        const bytes = await photoOf(record.visit, digest)
        if (!bytes) return // went before
        const address = `/api/monitoring/households/${encodeURIComponent(record.household)}/visits/${record.visit}/photos`
        await upload(address, new Blob([bytes], { type: TYPE }), { type: TYPE, key: newKey() })
    },
    keep: save,
    dropPhoto: ({ visit }, digest) => dropPhoto(visit, digest),
    drop,
    words: (refusal: Refused) => refusal.problem.detail ?? refusal.problem.title,
}

/** Sends what waits, one after the other, oldest first. */
export async function sendAll(): Promise<void> {
    if (sending.value || !who.value || signInNeeded.value) return
    sending.value = true
    try {
        const waiting = [...records.values()]
            .filter((one) => one.state === 'waiting')
            .sort((one, other) => one.recordedAt.localeCompare(other.recordedAt))
        const before = sentNow.value
        for (const record of waiting) {
            const outcome: Outcome = await sendOne(record, doors)
            if (outcome === 'sent') sentNow.value++
            if (outcome === 'sign-in') signInNeeded.value = true
            if (outcome === 'sign-in' || outcome === 'later') break
        }
        // The list tells of visits that it did not know when it was taken along.
        if (sentNow.value > before) await takeAlong().catch(() => undefined)
    } finally {
        sending.value = false
    }
}

/** Ends the session and takes everything off the device. */
export async function leave(): Promise<void> {
    await keep.wipe()
    records.clear()
    list.value = null
    await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': csrfToken() } }).catch(
        () => undefined,
    )
    location.assign('/field/')
}
