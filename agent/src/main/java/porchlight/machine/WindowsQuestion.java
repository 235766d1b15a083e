package porchlight.machine;

/**
 * Something that only Windows can answer; other systems say {@link Answer.Missing}. In every answer
 * the people of the machine are {@code user1}, {@code user2} …: the numbers of their security
 * identifiers in order, the same in every question of one run.
 */
public sealed interface WindowsQuestion extends Question
    permits ReadRegistry, ReadWmi, ReadServices, InstalledPrograms, WindowsNative {}
