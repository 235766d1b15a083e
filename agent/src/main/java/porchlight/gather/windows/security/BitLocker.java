package porchlight.gather.windows.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.gather.windows.Wmi;
import porchlight.gather.windows.Wmi.Instance;
import porchlight.machine.Machine;
import porchlight.machine.ReadWmi;

/** {@code Win32_EncryptableVolume}: for administrators, and exact. */
final class BitLocker {
  private static final String ID = "DeviceID";
  private static final String IN_A_FOLDER = "a volume in a folder";

  static final ReadWmi VOLUMES =
      new ReadWmi(
          "ROOT\\CIMV2\\Security\\MicrosoftVolumeEncryption",
          "Win32_EncryptableVolume",
          List.of(
              "ConversionStatus",
              ID,
              "DriveLetter",
              "EncryptionMethod",
              "ProtectionStatus",
              "VolumeType"));

  /** Those that lie in a folder of another one: their names begin with its letter. */
  static final ReadWmi IN_FOLDERS =
      new ReadWmi("ROOT\\CIMV2", "Win32_Volume", List.of(ID))
          .where("DriveLetter IS NULL AND Name LIKE '%:%'");

  private static final long OF_WINDOWS = 0;
  private static final long REMOVABLE = 2;
  private static final long LAST_METHOD = 7;

  private BitLocker() {}

  /** The volume of Windows itself must be among them. */
  static Reading<Disks> read(Machine machine) {
    return Wmi.read(machine, VOLUMES)
        .flatMap(volumes -> {
          var places = new ArrayList<Place>();
          var nameless = new ArrayList<Instance>();
          boolean system = false;
          for (Instance volume : volumes) {
            Optional<Long> kind = number(volume, "VolumeType");
            if (kind.isEmpty() || kind.get() < OF_WINDOWS || kind.get() > REMOVABLE) {
              return Answers.notUnderstood(VOLUMES, String.valueOf(volume.values()));
            }
            String letter = volume.text("DriveLetter").orElse("");
            system |= kind.get() == OF_WINDOWS;
            if (kind.get() == OF_WINDOWS || (kind.get() < REMOVABLE && !letter.isEmpty())) {
              places.add(
                  new Place(
                      letter.matches("[A-Za-z]:") ? letter : "a volume",
                      kind.get() == OF_WINDOWS
                          ? protection(volume)
                          : another(machine, letter, volume)));
            } else if (kind.get() < REMOVABLE && !isEncrypted(volume)) {
              nameless.add(volume);
            }
          }
          if (!nameless.isEmpty()) {
            places.addAll(inFolders(machine, nameless));
          }
          return system
              ? Reading.known(new Disks(places))
              : Answers.notUnderstood(VOLUMES, "the volume of Windows is not among them");
        });
  }

  /** That another drive is plain is only known of one that is built in: a file may be one, too. */
  private static Reading<Protection> another(Machine machine, String letter, Instance volume) {
    Reading<Protection> protection = protection(volume);
    return protection.equals(Reading.known(Protection.PLAIN))
            && !ShellVolumes.isBuiltIn(machine.ask(ShellVolumes.VOLUMES), letter)
        ? Answers.notUnderstood(
            VOLUMES, letter + " is not encrypted, and may be no drive of this laptop")
        : protection;
  }

  private static boolean isEncrypted(Instance volume) {
    return protection(volume).equals(Reading.known(Protection.ENCRYPTED));
  }

  /** Of those without a letter only the ones that people reach; others are for starting. */
  private static List<Place> inFolders(Machine machine, List<Instance> nameless) {
    return switch (Wmi.read(machine, IN_FOLDERS)) {
      case Known<List<Instance>>(var mounted) -> {
        var places = new ArrayList<Place>();
        for (Instance volume : nameless) {
          Optional<String> id = volume.text(ID);
          boolean is =
              id.isEmpty()
                  ? !mounted.isEmpty()
                  : mounted.stream().anyMatch(one -> one.text(ID).equals(id));
          if (is) {
            places.add(new Place(IN_A_FOLDER, protection(volume)));
          }
        }
        yield places;
      }
      case Unknown<List<Instance>> unknown -> List.of(new Place(IN_A_FOLDER, unknown.as()));
    };
  }

  private static Optional<Long> number(Instance volume, String name) {
    return volume.number(name) instanceof Known<Optional<Long>>(var number)
        ? number
        : Optional.empty();
  }

  /** On its way in it is not there yet; on its way out, or without its guard, it is none. */
  private static Reading<Protection> protection(Instance volume) {
    int guard = number(volume, "ProtectionStatus").orElse(-1L).intValue();
    int conversion = number(volume, "ConversionStatus").orElse(-1L).intValue();
    long method = number(volume, "EncryptionMethod").orElse(-1L);
    boolean isMethod = method >= 1 && method <= LAST_METHOD;
    return switch (conversion) {
      case 0 -> guard == 0 ? Reading.known(Protection.PLAIN) : wrong(volume);
      case 1 ->
          guard == 0
              ? Reading.known(Protection.SUSPENDED)
              : guard == 1 && isMethod ? Reading.known(Protection.ENCRYPTED) : wrong(volume);
      case 2, 4 ->
          guard == 0
              ? Reading.known(Protection.PLAIN)
              : Answers.notUnderstood(VOLUMES, "encryption is in progress");
      case 3, 5 -> Reading.known(Protection.PLAIN);
      default ->
          guard == 2 ? Answers.notUnderstood(VOLUMES, "the volume is locked") : wrong(volume);
    };
  }

  private static Reading<Protection> wrong(Instance volume) {
    return Answers.notUnderstood(VOLUMES, String.valueOf(volume.values()));
  }
}
