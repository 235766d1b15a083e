package porchlight.gather.linux.antivirus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadStart;

/**
 * When ClamAV's daily signatures were made, by the header of their file: 512 characters, {@code
 * ClamAV-VDB:time:version:count:level:md5:signature:builder:seconds} and blanks. The main file is
 * not looked at: it is years old on a laptop that is quite current.
 */
record Signatures(long version, Instant made) {
  private static final int HEADER = 512;
  private static final String FOLDER = "/var/lib/clamav";

  /** As it was fetched, and as it was patched since. */
  static final ReadStart FETCHED = new ReadStart(FOLDER, "daily.cvd", HEADER);

  static final ReadStart PATCHED = new ReadStart(FOLDER, "daily.cld", HEADER);

  /** Of two files ClamAV takes the one of the higher version. */
  static Reading<Instant> newest(Machine machine) {
    var found = new ArrayList<Signatures>();
    for (ReadStart file : List.of(PATCHED, FETCHED)) {
      Answer answer = machine.ask(file);
      if (answer instanceof Answer.Missing) {
        continue;
      }
      switch (Answers.read(file, answer, said -> read(file, said))) {
        case Reading.Known<Signatures>(var one) -> found.add(one);
        case Reading.Unknown<Signatures> unknown -> {
          return unknown.as();
        }
      }
    }
    Optional<Signatures> last =
        found.stream().max(java.util.Comparator.comparingLong(Signatures::version));
    return last.map(one -> Reading.known(one.made()))
        .orElseGet(() ->
            Reading.unknown(Reason.NOT_SUPPORTED, "there are no daily signatures in " + FOLDER));
  }

  static Reading<Signatures> read(ReadStart file, Answer.Said said) {
    String text = said.text();
    String[] fields = text.strip().split(":", -1);
    if (said.code() != 0
        || text.length() != HEADER
        || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)
        || fields.length != 9
        || !fields[0].equals("ClamAV-VDB")
        || !fields[2].matches("[0-9]{1,9}")
        || !fields[8].matches("[1-9][0-9]{8,10}")) {
      return Answers.notUnderstood(file, "it does not begin as ClamAV's signatures do");
    }
    return Reading.known(
        new Signatures(
            Long.parseLong(fields[2]), Instant.ofEpochSecond(Long.parseLong(fields[8]))));
  }
}
