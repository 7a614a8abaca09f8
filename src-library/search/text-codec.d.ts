// In Node, in browsers and in their workers alike, but in none of the language's own libraries.
declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
