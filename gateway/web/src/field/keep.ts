import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { newDeviceKey, open, openJson, seal, sealJson, type Bytes, type Sealed } from './seal'

/** What is kept for the way: who goes, whom they visit, what they recorded, and the photos. */
export type Kind = 'who' | 'list' | 'visit' | 'photo'

interface Kept extends Sealed {
    kind: Kind
    id: string
}

interface Shelf extends DBSchema {
    keys: { key: string; value: CryptoKey }
    things: { key: [Kind, string]; value: Kept; indexes: { kind: Kind } }
}

const NAME = 'shouwang-field'
const DEVICE = 'device'

let shelf: Promise<IDBPDatabase<Shelf>> | undefined

const opened = (): Promise<IDBPDatabase<Shelf>> =>
    (shelf ??= openDB<Shelf>(NAME, 1, {
        upgrade(db) {
            db.createObjectStore('keys')
            db.createObjectStore('things', { keyPath: ['kind', 'id'] }).createIndex('kind', 'kind')
        },
    }))

async function deviceKey(): Promise<CryptoKey> {
    const db = await opened()
    const known = await db.get('keys', DEVICE)
    if (known) return known
    const made = await newDeviceKey()
    // Two tabs may begin at once: the key that was there first is the one.
    const writing = db.transaction('keys', 'readwrite')
    const first = await writing.store.get(DEVICE)
    if (!first) await writing.store.put(made, DEVICE)
    await writing.done
    return first ?? made
}

export async function put(kind: Kind, id: string, value: object): Promise<void> {
    const sealed = await sealJson(await deviceKey(), value)
    await (await opened()).put('things', { kind, id, ...sealed })
}

export async function putBytes(kind: Kind, id: string, bytes: Bytes): Promise<void> {
    const sealed = await seal(await deviceKey(), bytes)
    await (await opened()).put('things', { kind, id, ...sealed })
}

export async function get<T>(kind: Kind, id: string): Promise<T | undefined> {
    const kept = await (await opened()).get('things', [kind, id])
    return kept && openJson<T>(await deviceKey(), kept)
}

export async function getBytes(kind: Kind, id: string): Promise<Bytes | undefined> {
    const kept = await (await opened()).get('things', [kind, id])
    return kept && open(await deviceKey(), kept)
}

export async function all<T>(kind: Kind): Promise<T[]> {
    const key = await deviceKey()
    const kept = await (await opened()).getAllFromIndex('things', 'kind', kind)
    return Promise.all(kept.map((one) => openJson<T>(key, one)))
}

export async function remove(kind: Kind, id: string): Promise<void> {
    await (await opened()).delete('things', [kind, id])
}

/** Takes everything off the device, and the key with it. */
export async function wipe(): Promise<void> {
    const db = await opened()
    const writing = db.transaction(['keys', 'things'], 'readwrite')
    await Promise.all([
        writing.objectStore('keys').clear(),
        writing.objectStore('things').clear(),
        writing.done,
    ])
}
