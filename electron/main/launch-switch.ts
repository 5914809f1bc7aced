/**
 * The one argument a tablet's supervisor may pass: memory of the main process is overwritten when it is given back. A page
 * tells that process at each key what stands around the caret (for input methods), which otherwise lies there after
 * sign-out until its place is used again (security.md 5 I128). It has to stand on the command line: Chromium arranges its
 * memory before a line of ours runs. Names for the same wish in different Chromiums; one that a Chromium does not know is
 * ignored. 114 overwrites at once (the first turns on what does it, the second says at once); later ones, by the third,
 * some time after, when a thread hands back what it kept for itself.
 */
export const FREED_MEMORY_SWITCH =
  '--enable-features=PartitionAllocPCScanBrowserOnly,PartitionAllocPCScanEagerClearing,PartitionAllocEventuallyZeroFreedMemory';
