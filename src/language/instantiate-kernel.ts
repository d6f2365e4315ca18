/**
 * The functions of a kernel (the base64 of a `kernel.data.ts`, which `scripts/build-kernel.ts` makes of the `kernel.wat` beside it) over
 * a memory that it imports as `memory` of `module`. What it exports is taken to be what `Kernel` says.
 */
export function instantiateKernel<Kernel>(compiled: string, module: string, memory: WebAssembly.Memory): Kernel {
  const bytes = Uint8Array.from(atob(compiled), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { [module]: { memory } }).exports as Kernel;
}
