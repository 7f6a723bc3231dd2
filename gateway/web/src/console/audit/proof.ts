/** A proof as c2sp.org/tlog-proof has it: an event's line, its place, the path to a signed checkpoint. */
export interface Proof {
    line: Bytes
    index: number
    path: Bytes[]
    checkpoint: Checkpoint
}

/** A signed text of three lines: which log, how many events, the root over them. */
export interface Checkpoint {
    /** what is signed */
    text: string
    origin: string
    size: number
    root: Bytes
    signatures: Signature[]
}

export interface Signature {
    name: string
    /** four bytes that say which key, then the signature */
    bytes: Bytes
}

export type Bytes = Uint8Array<ArrayBuffer>

/** What was recomputed here, from the leaf upwards. */
export interface Recomputed {
    leaf: Bytes
    root: Bytes
    holds: boolean
}

const HEAD = 'c2sp.org/tlog-proof@v1'
const DASH = '— '
const LEAF = 0
const NODE = 1

export const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

export const base64Of = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes))

const same = (one: Bytes, other: Bytes): boolean =>
    one.length === other.length && one.every((byte, index) => byte === other[index])

/** Reads a proof; throws when it is none. */
export function parseProof(text: string): Proof {
    const gap = text.indexOf('\n\n')
    const [head, extra, index, ...path] = text.slice(0, gap).split('\n')
    if (head !== HEAD || gap < 0 || !extra?.startsWith('extra ') || !index?.startsWith('index '))
        throw new Error('not a proof that carries its event')
    return {
        line: bytesOf(extra.slice('extra '.length)),
        index: Number(index.slice('index '.length)),
        path: path.map(bytesOf),
        checkpoint: parseCheckpoint(text.slice(gap + 2)),
    }
}

/** Reads a checkpoint with its signatures; throws when it is none. */
export function parseCheckpoint(note: string): Checkpoint {
    const gap = note.lastIndexOf('\n\n')
    const text = note.slice(0, gap + 1)
    const [origin, size, root] = text.split('\n')
    if (gap < 0 || !origin || !size || !root || !/^\d+$/.test(size)) throw new Error('not a checkpoint')
    const signatures = note
        .slice(gap + 2)
        .split('\n')
        .filter((line) => line.startsWith(DASH))
        .map((line) => line.slice(DASH.length).split(' '))
        .map(([name = '', bytes = '']) => ({ name, bytes: bytesOf(bytes) }))
    return { text, origin, size: Number(size), root: bytesOf(root), signatures }
}

/** Whether this browser can recompute the tree of a log: one sealed with SM3 is for the offline tool. */
export const canRecompute = (origin: string): boolean =>
    !origin.endsWith('/sm3') && globalThis.crypto?.subtle !== undefined

/** Recomputes the root from the event's line and the path, by RFC 9162, 2.1.3.2. */
export async function recompute({ line, index, path, checkpoint }: Proof): Promise<Recomputed> {
    const leaf = await hash(LEAF, line)
    let root = leaf
    let node = index
    let last = checkpoint.size - 1
    let fits = index >= 0 && index < checkpoint.size
    for (const sibling of path) {
        if (last === 0) {
            fits = false // longer than the tree is high
            break
        }
        if (node % 2 === 1 || node === last) {
            root = await hash(NODE, sibling, root)
            while (node % 2 === 0 && node !== 0) {
                node = half(node)
                last = half(last)
            }
        } else {
            root = await hash(NODE, root, sibling)
        }
        node = half(node)
        last = half(last)
    }
    return { leaf, root, holds: fits && last === 0 && same(root, checkpoint.root) }
}

const half = (number: number): number => Math.floor(number / 2)

async function hash(first: number, ...parts: Bytes[]): Promise<Bytes> {
    const all = new Uint8Array([first, ...parts.flatMap((part) => [...part])])
    return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

/** Whether the position that the event's own line states is the one proven. */
export function statesItsPlace({ line, index }: Proof): boolean {
    return (JSON.parse(new TextDecoder().decode(line)) as { position?: number }).position === index
}

/**
 * Whether the log's own signature on a checkpoint is by one of `keys` (`name+id+base64`).
 *
 * @returns null when this browser knows no Ed25519, so that only the offline tool can tell
 */
export async function signedBy(checkpoint: Checkpoint, keys: string[]): Promise<boolean | null> {
    const message = new TextEncoder().encode(checkpoint.text)
    try {
        for (const key of keys.map(parseKey)) {
            if (key.name !== checkpoint.origin || key.kind !== 1) continue
            const made = checkpoint.signatures.filter(
                ({ name, bytes }) => name === key.name && same(bytes.slice(0, 4), key.id),
            )
            const known = await crypto.subtle.importKey('raw', key.bytes, 'Ed25519', false, ['verify'])
            for (const { bytes } of made)
                if (await crypto.subtle.verify('Ed25519', known, bytes.slice(4), message)) return true
        }
        return false
    } catch (problem) {
        if (problem instanceof DOMException && problem.name === 'NotSupportedError') return null
        throw problem
    }
}

function parseKey(text: string) {
    const [name = '', id = '', ...rest] = text.split('+')
    const typed = bytesOf(rest.join('+'))
    return {
        name,
        id: Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
        kind: typed[0],
        bytes: typed.slice(1),
    }
}
