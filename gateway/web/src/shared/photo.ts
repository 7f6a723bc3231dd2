const LONGEST_SIDE = 1600
const QUALITY = 0.8
export const JPEG = 'image/jpeg'

/** The size in which a picture is sent: as it is, or with the longer side shortened. */
export function fitted(width: number, height: number): { width: number; height: number } {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
    return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * A photo made small enough for a slow line: a JPEG, upright as it was taken. It is drawn anew, so nothing
 * else of the file goes along, neither place nor time nor camera.
 *
 * @throws Error when the browser cannot read the file as a picture
 */
export async function shrunk(file: Blob): Promise<ArrayBuffer> {
    const picture = await decoded(file)
    const { width, height } = fitted(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.drawImage(picture.image, 0, 0, width, height)
    picture.close()
    return jpegOf(canvas)
}

/** What a canvas shows, as a file. */
export async function jpegOf(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
    const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, JPEG, QUALITY))
    if (!file) throw new Error('no picture')
    return file.arrayBuffer()
}

interface Decoded {
    image: CanvasImageSource
    width: number
    height: number
    close: () => void
}

async function decoded(file: Blob): Promise<Decoded> {
    // An image element turns a photo upright in every browser; a bitmap does only in newer ones.
    const address = URL.createObjectURL(file)
    const image = new Image()
    image.src = address
    try {
        await image.decode()
    } catch (problem) {
        URL.revokeObjectURL(address)
        throw problem
    }
    return {
        image,
        width: image.naturalWidth,
        height: image.naturalHeight,
        close: () => URL.revokeObjectURL(address),
    }
}
