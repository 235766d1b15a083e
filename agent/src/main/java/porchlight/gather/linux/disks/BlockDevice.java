package porchlight.gather.linux.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * Whether what is written to a block device arrives encrypted at every drive below it. An encrypted
 * layer is told by the id that cryptsetup(8) gives it: {@code CRYPT-LUKS2-…}.
 */
record BlockDevice(SysBlock block, Hypervisor hypervisor) {
  private static final Set<String> ENCRYPTS =
      Set.of("LUKS1", "LUKS2", "PLAIN", "TCRYPT", "BITLK", "FVAULT2", "LOOPAES");

  /** Layers that change the order or the number of blocks, not what is in them. */
  private static final Pattern PASSES_ON =
      Pattern.compile(
          "(LVM-|mpath-|part\\d+-|DMRAID-|CRYPT-(VERITY|INTEGRITY|SUBDEV)-).*", Pattern.DOTALL);

  private static final Pattern DRIVE =
      Pattern.compile("sd[a-z]+|hd[a-z]+|nvme\\d+(c\\d+)?n\\d+|mmcblk\\d+|vd[a-z]+|xvd[a-z]+\\d*");

  private static final int DEEPEST = 12;
  private static final int WIDEST = 64;

  /** For the device of that kernel name. */
  Reading<Protection> protection(String name) {
    return protection(name, DEEPEST);
  }

  private Reading<Protection> protection(String name, int left) {
    if (left == 0 || !SysBlock.isName(name)) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, "the layers of a disk have no end");
    }
    return block
        .mapperId(name)
        .flatMap(id ->
            id.isPresent() && encrypts(id.get())
                ? Reading.known(Protection.ENCRYPTED)
                : block.slaves(name).flatMap(slaves -> below(name, id, slaves, left)));
  }

  private static boolean encrypts(String id) {
    String[] parts = id.split("-", 3);
    return parts.length == 3 && parts[0].equals("CRYPT") && ENCRYPTS.contains(parts[1]);
  }

  private Reading<Protection> below(
      String name, Optional<String> id, Optional<List<String>> slaves, int left) {
    if (slaves.isEmpty()) {
      return block
          .parent(name)
          .flatMap(disk -> disk.isPresent() ? protection(disk.get(), left - 1) : drive(name));
    }
    if (slaves.get().isEmpty()) {
      return drive(name);
    }
    if (slaves.get().size() > WIDEST) {
      return Reading.unknown(Reason.NOT_UNDERSTOOD, name + " is made of too many disks");
    }
    var all = new ArrayList<Reading<Protection>>();
    slaves.get().forEach(slave -> all.add(protection(slave, left - 1)));
    Reading<Protection> worst = worst(all);
    boolean passesOn = id.isEmpty() || PASSES_ON.matcher(id.get()).matches();
    return passesOn || worst.equals(Reading.known(Protection.ENCRYPTED))
        ? worst
        : Reading.unknown(Reason.NOT_SUPPORTED, name + " is a layer of a kind that is not known");
  }

  /** Nothing is below but hardware, or what a hypervisor passes off as such. */
  private Reading<Protection> drive(String name) {
    if (!DRIVE.matcher(name).matches()) {
      return Reading.unknown(Reason.NOT_SUPPORTED, name + " is a disk of a kind that is not known");
    }
    boolean isVirtual = name.startsWith("vd") || name.startsWith("xvd");
    return (isVirtual ? Reading.known(true) : hypervisor.isThere())
        .flatMap(virtual ->
            virtual
                ? Reading.unknown(
                    Reason.NOT_SUPPORTED,
                    "the disk of a virtual machine, which may be encrypted outside of it")
                : Reading.known(Protection.PLAIN));
  }

  /** One that is known to lie open settles it; after that one that is not known. */
  static Reading<Protection> worst(List<Reading<Protection>> all) {
    Reading<Protection> worst = Reading.known(Protection.ENCRYPTED);
    for (Reading<Protection> one : all) {
      switch (one) {
        case Known<Protection>(var protection) -> {
          if (protection == Protection.PLAIN) {
            return one;
          }
        }
        case Unknown<Protection> unknown -> {
          if (worst instanceof Known<Protection>) {
            worst = unknown;
          }
        }
      }
    }
    return worst;
  }
}
