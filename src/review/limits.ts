// What a review puts into a prompt at most. The app-server takes 1,048,576 characters; everything below
// together stays under MAX_CONTEXT_CHARS, whatever the repository.

/** A diff of more files, or of more bytes, is not put into the prompt: Codex reads it itself. */
export const MAX_INLINE_FILES = 2;
export const MAX_INLINE_BYTES = 256 * 1024;

/** Untracked files whose content travels along: how many are looked at, how long one and all of them may be. */
export const MAX_UNTRACKED_FILES = 100;
export const MAX_UNTRACKED_FILE_BYTES = 24 * 1024;
export const MAX_UNTRACKED_CHARS = 128 * 1024;

/** Of each list of names. */
export const MAX_LISTED_FILES = 400;
export const MAX_LIST_CHARS = 32 * 1024;
export const MAX_PATH_CHARS = 1_000;

export const MAX_COMMITS = 50;
export const MAX_SUBJECT_CHARS = 120;

/** Names that a note gives as examples. */
export const MAX_NOTE_EXAMPLES = 3;
export const MAX_NOTE_PATH_CHARS = 120;

/** A ref as a message or a label quotes it. */
export const MAX_REF_CHARS = 200;

/** All that is said of the repository. */
export const MAX_CONTEXT_CHARS = 640_000;
/** The user's focus text; a longer one is refused before a job exists. */
export const MAX_FOCUS_CHARS = 100_000;
/** What is kept of Claude's last message: its beginning and its end. */
export const MAX_LAST_MESSAGE_CHARS = 50_000;
