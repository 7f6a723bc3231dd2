import { digestOf, type Bytes } from './seal'

const LONGEST_SIDE = 1600 // pixels: enough to see a leaking roof by
const QUALITY = 0.8
export const TYPE = 'image/jpeg'

export interface Shot {
    digest: string
    bytes: Bytes
}

/** How large a picture becomes, its sides in proportion. */
export function shrunk(width: number, height: number): { width: number; height: number } {
    const share = Math.min(1, LONGEST_SIDE / Math.max(width, height))
    return { width: Math.round(width * share), height: Math.round(height * share) }
}

/** A photo made small, drawn anew so that nothing of where and by which device comes along. */
export async function shoot(file: Blob): Promise<Shot> {
    const picture = await createImageBitmap(file)
    const { width, height } = shrunk(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(picture, 0, 0, width, height)
    picture.close()
    return shotOf(canvas)
}

/** What a canvas shows, as a file. */
export async function shotOf(canvas: HTMLCanvasElement): Promise<Shot> {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE, QUALITY))
    if (!blob) throw new Error('no picture')
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return { digest: await digestOf(bytes), bytes }
}
