package porchlight.gather.windows.security;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.WindowsNative;

/** What the shell shows everybody of a drive: the lock on its picture. */
final class ShellVolumes {
  static final WindowsNative VOLUMES = WindowsNative.VOLUMES;

  private static final String FIXED = "3";

  /** What devices are called: a folder under a letter, drives that a program makes up, disks. */
  private static final String FOLDER = "\\??\\";

  private static final String OF_A_PROGRAM = "\\Device\\Volume{";
  private static final String OF_A_DISK = "\\Device\\Harddisk";

  /** STORAGE_BUS_TYPE: FireWire, USB, SD cards. */
  private static final List<String> TAKEN_ALONG = List.of("4", "7", "12");

  /** ATA, RAID, SATA, soldered cards (MMC, UFS), NVMe. */
  private static final List<String> BUILT_IN = List.of("3", "8", "11", "13", "17", "19");

  private ShellVolumes() {}

  /** The drive of Windows must be told; else others are asked. */
  static Reading<Disks> read(Answer answer) {
    return Blocks.read(VOLUMES, answer)
        .flatMap(blocks -> {
          var places = new ArrayList<Place>();
          boolean system = false;
          for (Block block : blocks) {
            if (!block.kind().equals("volume") || !block.name().matches("[A-Za-z]:")) {
              return Answers.notUnderstood(VOLUMES, block.values().toString());
            }
            boolean ours = block.text("system").orElse("").equals("1");
            if (ours || (block.text("kind").orElse("").equals(FIXED) && isHere(block))) {
              Reading<Protection> protection = ours ? protection(block) : another(block);
              if (ours && protection instanceof Unknown<Protection>(var reason, var detail)) {
                return Reading.unknown(reason, detail);
              }
              system |= ours;
              places.add(new Place(block.name(), protection));
            }
          }
          return system
              ? Reading.known(new Disks(List.copyOf(places)))
              : Answers.notUnderstood(VOLUMES, "the drive of Windows is not among them");
        });
  }

  /** Windows calls a disk at a USB plug fixed, a folder with a letter, and some clouds, too. */
  private static boolean isHere(Block block) {
    String device = block.text("device").orElse("");
    return !device.equals(FOLDER)
        && !device.startsWith(OF_A_PROGRAM)
        && !TAKEN_ALONG.contains(block.text("bus").orElse(""));
  }

  /** That another drive is plain is only known of one that is built in. */
  private static Reading<Protection> another(Block block) {
    Reading<Protection> protection = protection(block);
    return protection.equals(Reading.known(Protection.PLAIN)) && !isBuiltIn(block)
        ? Answers.notUnderstood(
            VOLUMES, block.name() + " is not encrypted, and may be a drive that is taken along")
        : protection;
  }

  private static boolean isBuiltIn(Block block) {
    return BUILT_IN.contains(block.text("bus").orElse(""))
        && block.text("device").orElse("").startsWith(OF_A_DISK);
  }

  /** Whether that drive is known to be in the laptop itself. */
  static boolean isBuiltIn(Answer answer, String letter) {
    return Blocks.read(VOLUMES, answer)
                .map(blocks ->
                    blocks.stream()
                        .anyMatch(block ->
                            block.kind().equals("volume")
                                && block.name().equalsIgnoreCase(letter)
                                && isBuiltIn(block)))
            instanceof Known<Boolean>(var is)
        && is;
  }

  private static Reading<Protection> protection(Block block) {
    String word = block.text("bitLocker").orElse("");
    return switch (word) {
      case "1" -> Reading.known(Protection.ENCRYPTED);
      case "2", "4" -> Reading.known(Protection.PLAIN);
      case "5", "8" -> Reading.known(Protection.SUSPENDED); // 8: nobody's key guards it yet
      case "3" -> Answers.notUnderstood(VOLUMES, "encryption is in progress");
      case "6" -> Answers.notUnderstood(VOLUMES, block.name() + " is locked");
      case "" ->
          Reading.unknown(
              Reason.NOT_SUPPORTED,
              "the shell does not tell whether " + block.name() + " is encrypted");
      default -> Answers.notUnderstood(VOLUMES, "bitLocker=" + word);
    };
  }
}
