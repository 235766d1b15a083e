package porchlight.gather.linux.disks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.disks.MountInfo.Mount;
import porchlight.gather.linux.disks.Swaps.Swap;
import porchlight.machine.Machine;

/** What of a Linux machine's storage is encrypted: the root, the homes, and swap. */
public final class LinuxDisks {
  private static final Set<String> DATA = Set.of("/", "/home", "/root", "/var", "/var/home");
  private static final Set<String> HOMES = Set.of("/home", "/var/home");

  /** File systems with devices of their own that the kernel does not name in the mount. */
  private static final Set<String> ON_DISKS = Set.of("btrfs", "zfs", "bcachefs", "ecryptfs");

  private final SysBlock block;
  private final BlockDevice devices;
  private final Map<String, Mount> mounts = new LinkedHashMap<>();

  private LinuxDisks(Machine machine, List<Mount> all) {
    block = new SysBlock(machine);
    devices = new BlockDevice(block, new Hypervisor(machine));
    all.forEach(mount -> mounts.put(mount.point(), mount));
  }

  /** From the kernel's own folders; no program is run and no privilege needed. */
  public static Reading<Disks> read(Machine machine) {
    return MountInfo.read(machine.ask(MountInfo.FILE))
        .map(all ->
            new LinuxDisks(machine, all)
                .read(Swaps.read(machine.ask(Swaps.FILE)), Homes.read(machine)));
  }

  private Disks read(Reading<List<Swap>> swaps, Reading<List<String>> homes) {
    var byName = new TreeMap<String, Mount>(mounts);
    var places = new ArrayList<Place>();
    var lived = new HashSet<String>();
    switch (homes) {
      case Known<List<String>>(var paths) ->
          paths.forEach(path -> under(path).ifPresent(mount -> lived.add(mount.point())));
      case Unknown<List<String>> unknown -> places.add(new Place("home folders", unknown.as()));
    }
    byName.values().stream()
        .filter(mount -> keepsData(mount) || lived.contains(mount.point()))
        .forEach(
            mount -> places.add(new Place(Answers.brief(mount.point()), protection(mount, true))));
    switch (swaps) {
      case Known<List<Swap>>(var all) -> {
        var onDisk = all.stream().filter(swap -> !swap.isInMemory()).toList();
        if (!onDisk.isEmpty()) {
          places.add(
              new Place("swap", BlockDevice.worst(onDisk.stream().map(this::protection).toList())));
        }
      }
      case Unknown<List<Swap>> unknown -> places.add(new Place("swap", unknown.as()));
    }
    return new Disks(places);
  }

  /** A single home may be a mount of its own; what is mounted deeper in it comes and goes. */
  private static boolean keepsData(Mount mount) {
    int slash = mount.point().lastIndexOf('/');
    return DATA.contains(mount.point())
        || (slash > 0
            && HOMES.contains(mount.point().substring(0, slash))
            && (mount.isOnBlockDevice() || ON_DISKS.contains(mount.type())));
  }

  private Reading<Protection> protection(Mount mount, boolean mayLookBeside) {
    if (mount.isOnBlockDevice()) {
      return block.named(mount.device()).flatMap(devices::protection);
    }
    if (mount.type().equals("ecryptfs")) {
      return Reading.known(Protection.ENCRYPTED);
    }
    if (mount.type().equals("btrfs")) {
      return block
          .ofSource(mount.source())
          .flatMap(block::btrfsMembers)
          .map(members -> members.stream().map(devices::protection).toList())
          .flatMap(BlockDevice::worst);
    }
    // An image-based system shows its files through an overlay; they lie in /sysroot.
    Optional<Mount> beside =
        mayLookBeside && mount.point().equals("/") && mount.type().equals("overlay")
            ? Optional.ofNullable(mounts.get("/sysroot"))
            : Optional.empty();
    return beside.isPresent()
        ? protection(beside.get(), false)
        : Reading.unknown(
            Reason.NOT_SUPPORTED,
            "on " + Answers.brief(mount.type()) + ", where encryption cannot be seen");
  }

  private Reading<Protection> protection(Swap swap) {
    if (!swap.isFile()) {
      return block.ofSource(swap.path()).flatMap(devices::protection);
    }
    return under(swap.path())
        .map(mount -> protection(mount, true))
        .orElseGet(() -> Reading.unknown(Reason.NOT_UNDERSTOOD, "where the swap file lies"));
  }

  /** The file system that a file of this path lies on. */
  private Optional<Mount> under(String path) {
    return mounts.values().stream()
        .filter(mount -> mount.covers(path))
        .reduce((one, other) -> other.point().length() >= one.point().length() ? other : one);
  }
}
