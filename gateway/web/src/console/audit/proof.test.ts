// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { base64Of, parseProof, recompute, signedBy, statesItsPlace, type Bytes } from './proof'

const text = new TextEncoder()

async function hash(...parts: (number[] | Bytes)[]): Promise<Bytes> {
    const all = new Uint8Array(parts.flatMap((part) => [...part]))
    return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

// The tree and its paths as RFC 9162, 2.1.1 and 2.1.3.1 define them, from the top downwards: another way
// than the one that is tried.
async function tree(leaves: Bytes[]): Promise<Bytes> {
    if (leaves.length === 1) return hash([0], leaves[0] ?? [])
    const k = split(leaves.length)
    return hash([1], await tree(leaves.slice(0, k)), await tree(leaves.slice(k)))
}

async function path(m: number, leaves: Bytes[]): Promise<Bytes[]> {
    if (leaves.length === 1) return []
    const k = split(leaves.length)
    return m < k
        ? [...(await path(m, leaves.slice(0, k))), await tree(leaves.slice(k))]
        : [...(await path(m - k, leaves.slice(k))), await tree(leaves.slice(0, k))]
}

const line = (position: number) => text.encode(JSON.stringify({ name: 'clue.registered', position }))

async function proofOf(m: number, size: number): Promise<string> {
    const leaves = Array.from({ length: size }, (_, n) => line(n))
    const nodes = (await path(m, leaves)).map(base64Of)
    const head = `shouwang/440233/monitoring\n${size}\n${base64Of(await tree(leaves))}\n`
    return [
        'c2sp.org/tlog-proof@v1',
        `extra ${base64Of(line(m))}`,
        `index ${m}`,
        ...nodes,
        '',
        `${head}\n— shouwang/440233/monitoring AAAAAAAA\n`,
    ].join('\n')
}

describe('a proof', () => {
    test('holds for every event of trees of any size', async () => {
        for (const size of [1, 2, 3, 4, 5, 7, 8, 13, 16, 17])
            for (let m = 0; m < size; m++) {
                const proof = parseProof(await proofOf(m, size))
                expect((await recompute(proof)).holds, `${m} of ${size}`).toBe(true)
                expect(statesItsPlace(proof)).toBe(true)
            }
    })

    test('does not hold for another event, another place, or a path too short or too long', async () => {
        const proof = parseProof(await proofOf(5, 13))
        expect((await recompute({ ...proof, line: line(6) })).holds).toBe(false)
        expect((await recompute({ ...proof, index: 4 })).holds).toBe(false)
        expect((await recompute({ ...proof, index: 13 })).holds).toBe(false)
        expect((await recompute({ ...proof, path: proof.path.slice(0, -1) })).holds).toBe(false)
        expect((await recompute({ ...proof, path: [...proof.path, line(1)] })).holds).toBe(false)
    })

    test('is found out when its event says to stand elsewhere', async () => {
        const proof = parseProof(await proofOf(5, 13))
        expect(statesItsPlace({ ...proof, line: line(6) })).toBe(false)
    })

    test('is read from nothing but a proof', () => {
        expect(() => parseProof('shouwang/440233/monitoring\n1\n\n')).toThrow('not a proof')
    })
})

describe('a signature on a checkpoint', () => {
    test('is good by the key that made it, and by no other', async () => {
        const name = 'shouwang/440233/monitoring'
        const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', true, [
            'sign',
            'verify',
        ])) as CryptoKeyPair
        const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
        const proof = parseProof(await proofOf(1, 2))
        const id = new Uint8Array([1, 2, 3, 4])
        const made = new Uint8Array(
            await crypto.subtle.sign('Ed25519', privateKey, text.encode(proof.checkpoint.text)),
        )
        const signed = {
            ...proof.checkpoint,
            signatures: [{ name, bytes: new Uint8Array([...id, ...made]) }],
        }
        const key = `${name}+01020304+${base64Of(new Uint8Array([1, ...raw]))}`
        expect(await signedBy(signed, [key])).toBe(true)
        expect(await signedBy({ ...signed, text: signed.text.replace('\n2\n', '\n3\n') }, [key])).toBe(false)
        expect(await signedBy(signed, [key.replace('monitoring', 'identity')])).toBe(false)
        expect(await signedBy(signed, [])).toBe(false)
        // a good signature, but by the key of another log
        const foreign = name.replace('monitoring', 'identity')
        const theirs = { ...signed, signatures: signed.signatures.map((one) => ({ ...one, name: foreign })) }
        expect(await signedBy(theirs, [key.replace(name, foreign)])).toBe(false)
    })
})
