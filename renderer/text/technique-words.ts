/** Words by the id that a definition gives them. */
export type WordsById = Readonly<Record<string, string>>;

/** The words of one step of a technique. Which of them a step needs is settled by its kind (toolbox/technique.ts). */
export type StepWords = {
  readonly title: string;
  /** Paragraphs, parted by line breaks. */
  readonly body?: string;
  readonly hint?: string;
  /** What the answer is called when it is shown again: "My thought". Without it the title. */
  readonly label?: string;
  /** Cards to choose from, answers of a question, things to say in a talk. */
  readonly options?: WordsById;
  /** What is said back when an option was chosen. */
  readonly replies?: WordsById;
  /** What is sorted, and where to. */
  readonly items?: WordsById;
  readonly bins?: WordsById;
  /** Fields to write in, and ideas for them that only need a touch. */
  readonly fields?: WordsById;
  readonly ideas?: WordsById;
  /** What is said while time runs. */
  readonly stages?: WordsById;
  /** What the other person says in a talk, and how each talk ends. */
  readonly says?: WordsById;
};

/** All words of one technique. */
export type TechniqueWords = {
  readonly name: string;
  /** One or two sentences: what it is good for. */
  readonly about: string;
  readonly steps: Readonly<Record<string, StepWords>>;
};
