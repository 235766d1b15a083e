package porchlight.gather.linux.disks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class DiskSourcesTest {
  private static final String MOUNTS = Captures.text("disks/luks-mountinfo.txt");
  private static final String SWAPS = Captures.text("disks/luks-proc-swaps.txt");
  private static final List<String> IDS =
      Captures.text("disks/luks-sys-dm-user.txt").lines().toList();

  /** The captured machine; the folders that were not captured are as that kernel has them. */
  private static Scripted captured() {
    return new Scripted()
        .says(new Question.ReadFile("/etc/passwd"), "root:x:0:0:root:/root:/bin/bash\n")
        .says(MountInfo.FILE, MOUNTS)
        .says(Swaps.FILE, SWAPS)
        .says(SysBlock.BY_NAME, "dm-0\ndm-1\nloop0\nloop1\nvda\n")
        .says(SysBlock.BY_NUMBER.link("254:0"), "../../devices/pci0/virtio1/block/vda")
        .says(SysBlock.BY_NUMBER.link("253:0"), "../../devices/virtual/block/dm-0")
        .says(SysBlock.BY_NAME.folder("dm-0").folder("dm").file("uuid"), IDS.get(0))
        .says(SysBlock.BY_NAME.folder("dm-1").folder("dm").file("uuid"), IDS.get(1))
        .says(SysBlock.BY_NAME.folder("vda").folder("slaves"), "");
  }

  private static Disks disks(Scripted machine) {
    return ((Reading.Known<Disks>) LinuxDisks.read(machine)).value();
  }

  @Test
  void the_captured_machine_encrypts_its_swap_and_its_root_is_a_virtual_disk() {
    var places = disks(captured()).places();
    assertEquals(List.of("/", "swap"), places.stream().map(Place::name).toList());
    assertInstanceOf(Reading.Unknown.class, places.get(0).protection());
    assertEquals(Reading.known(Protection.ENCRYPTED), places.get(1).protection());
  }

  @Test
  void its_mount_of_home_would_be_encrypted() {
    var machine = captured().says(MountInfo.FILE, MOUNTS.replace("/mnt/home", "/home"));
    assertEquals(
        new Place("/home", Reading.known(Protection.ENCRYPTED)), disks(machine).places().get(1));
  }

  private static Reason reason(Question question, Answer answer) {
    return switch (LinuxDisks.read(captured().answers(question, answer))) {
      case Reading.Unknown<Disks>(var reason, var detail) -> reason;
      case Reading.Known<Disks>(var disks) ->
          disks.places().stream()
              .map(Place::protection)
              .filter(Reading.Unknown.class::isInstance)
              .map(one -> ((Reading.Unknown<Protection>) one).reason())
              .filter(one -> one != Reason.NOT_SUPPORTED)
              .findFirst()
              .orElseThrow();
    };
  }

  @Test
  void no_list_of_mounts_or_swap_is_no_knowledge_when_missing_or_denied() {
    for (var file : List.of(MountInfo.FILE, Swaps.FILE)) {
      assertEquals(Reason.TOOL_MISSING, reason(file, new Answer.Missing()));
      assertEquals(Reason.NEEDS_PRIVILEGE, reason(file, new Answer.Denied()));
      assertEquals(Reason.TIMED_OUT, reason(file, new Answer.TimedOut()));
      assertEquals(Reason.NOT_UNDERSTOOD, reason(file, new Answer.TooLong(8 << 20)));
    }
  }

  @Test
  void what_is_not_understood_is_unknown() {
    for (var text : List.of("", "garbage\n", MOUNTS.substring(0, 200), "\0\0\0")) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(MountInfo.FILE, new Answer.Said(0, text)));
    }
    for (var text : List.of("", "garbage\n", SWAPS.strip(), SWAPS + "x\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(Swaps.FILE, new Answer.Said(0, text)));
    }
  }

  @Test
  void a_folder_of_the_kernel_that_is_denied_is_unknown() {
    var id = SysBlock.BY_NAME.folder("dm-1").folder("dm").file("uuid");
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(id, new Answer.Denied()));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(SysBlock.BY_NAME, new Answer.Denied()));
    var number = SysBlock.BY_NUMBER.link("254:0");
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(number, new Answer.Denied()));
    assertEquals(
        Reason.NOT_UNDERSTOOD, reason(number, new Answer.Said(0, "../../devices/\u202e$(id)")));
  }

  @Test
  void a_processor_that_does_not_say_leaves_a_plain_disk_unknown() {
    var machine =
        captured()
            .says(SysBlock.BY_NUMBER.link("254:0"), "../../devices/pci0/block/sda")
            .says(SysBlock.BY_NAME.folder("sda").folder("slaves"), "");
    assertInstanceOf(Reading.Unknown.class, disks(machine).places().get(0).protection());
    machine.says(Hypervisor.PROCESSOR, "processor : 0\n");
    assertEquals(Reading.known(Protection.PLAIN), disks(machine).places().get(0).protection());
  }

  @Test
  void disks_that_are_made_of_themselves_come_to_an_end() {
    var folder = SysBlock.BY_NAME.folder("dm-1");
    var machine =
        captured()
            .says(folder.folder("dm").file("uuid"), "LVM-x")
            .says(folder.folder("slaves"), "dm-1\n");
    assertInstanceOf(Reading.Unknown.class, disks(machine).places().get(1).protection());
  }

  @Test
  void spoilt_answers_never_make_the_root_encrypted() {
    int forms = 0;
    for (Question question :
        List.of(
            MountInfo.FILE,
            SysBlock.BY_NUMBER.link("254:0"),
            SysBlock.BY_NAME.folder("vda").folder("slaves"))) {
      String text =
          question.equals(MountInfo.FILE)
              ? MOUNTS
              : captured().ask(question) instanceof Answer.Said said ? said.text() : "";
      forms +=
          Garbled.eachAnswer(
              text,
              answer -> {
                if (LinuxDisks.read(captured().answers(question, answer))
                    instanceof Reading.Known<Disks>(var disks)) {
                  assertNotEquals(
                      Reading.known(Protection.ENCRYPTED),
                      disks.places().get(0).protection(),
                      answer.toString());
                }
              });
    }
    assertTrue(forms > 300, "only " + forms);
  }
}
