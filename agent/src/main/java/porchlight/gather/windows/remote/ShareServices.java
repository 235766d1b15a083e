package porchlight.gather.windows.remote;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/** The services by which Windows offers something: what does not run offers nothing. */
record ShareServices(Reading<List<Block>> blocks) {
  static final String FILES = "LanmanServer";
  static final String INTERNET = "SharedAccess";
  static final String MEDIA = "WMPNetworkSvc";
  static final String SMB1 = "srv";
  static final ReadServices SERVICES = new ReadServices(FILES, INTERNET, MEDIA, SMB1);

  static ShareServices ask(Machine machine) {
    return new ShareServices(Blocks.read(machine, SERVICES));
  }

  /** What is said of one; empty when that is nothing. */
  Reading<String> says(String name, String key) {
    return blocks.map(all ->
        all.stream()
            .filter(block -> block.name().equalsIgnoreCase(name))
            .findFirst()
            .flatMap((Block block) -> block.text(key))
            .orElse(""));
  }

  /** Whether it is there and not stopped. */
  Reading<Boolean> runs(String name) {
    return says(name, "state")
        .flatMap(state ->
            switch (state) {
              case "1", "absent" -> Reading.known(false);
              case "2", "3", "4", "5", "6", "7" -> Reading.known(true);
              default -> Answers.notUnderstood(SERVICES, "the state of " + name + " is " + state);
            });
  }

  /** Nobody, unless it runs; then {@code otherwise} says what is not known. */
  Reading<Audience> unlessOff(String name, String otherwise) {
    return runs(name)
        .flatMap(on ->
            on ? Reading.unknown(Reason.NOT_SUPPORTED, otherwise) : Reading.known(Audience.NOBODY));
  }
}
