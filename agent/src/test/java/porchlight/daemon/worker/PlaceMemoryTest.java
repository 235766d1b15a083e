package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.gather.place.Recalled;
import porchlight.policy.PlaceRules;
import porchlight.uplink.StateFolder;

class PlaceMemoryTest {
  private static final Instant TOMORROW = SampleFacts.AT.plus(Duration.ofDays(1));
  private static final PlaceRules KEYED =
      new PlaceRules(
          Optional.of(Base64.getEncoder().encodeToString(new byte[32])), true, List.of());

  private final Facts facts = new SampleFacts().build();
  @TempDir Path folder;

  private Recalled recall(PlaceRules rules) {
    if (!(facts.lan() instanceof Known<Lan>(var lan))) {
      throw new AssertionError();
    }
    return PlaceMemory.in(folder, rules)
        .place(lan.attachments().getFirst(), facts.wifi(), TOMORROW);
  }

  private void learn() throws IOException {
    PlaceMemory.learn(new StateFolder(folder), PlaceRules.NONE, facts, new Random(1));
  }

  private boolean say(Optional<Kind> kind) throws IOException {
    return PlaceMemory.say(folder, PlaceRules.NONE, facts, kind, new Random(1));
  }

  private static int visits(Recalled recalled) {
    return recalled.met() instanceof Known<Optional<Met>>(var met)
        ? met.map(Met::visits).orElse(0)
        : -1;
  }

  @Test
  void what_a_cycle_saw_is_recalled_and_lies_there_for_its_owner_only() throws IOException {
    assertEquals(
        new Recalled(Optional.empty(), Reading.known(Optional.empty()), Optional.empty()),
        recall(PlaceRules.NONE));
    learn();
    assertEquals(1, visits(recall(PlaceRules.NONE)));
    assertTrue(recall(PlaceRules.NONE).id().isPresent());
    Path file = new StateFolder(folder).places();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.readString(file).contains("Attic"));
  }

  @Test
  void what_a_person_says_is_kept_until_it_is_forgotten() throws IOException {
    assertTrue(say(Optional.of(Kind.HOME)));
    assertTrue(say(Optional.of(Kind.HOME)), "again");
    assertEquals(Optional.of(Proof.PASSWORD), recall(PlaceRules.NONE).label().map(Label::proof));
    var deaf = new PlaceRules(Optional.empty(), false, List.of());
    assertEquals(Optional.of(Proof.NOTHING), recall(deaf).label().map(Label::proof));
    assertTrue(say(Optional.empty()));
    assertEquals(Optional.empty(), recall(PlaceRules.NONE).label());
    assertEquals(0, visits(recall(PlaceRules.NONE)));
    assertFalse(say(Optional.empty()), "nothing to forget");
  }

  @Test
  void with_a_key_of_the_organisation_there_is_a_fingerprint_without_a_memory() throws IOException {
    var before = recall(KEYED).id();
    assertTrue(before.isPresent());
    learn();
    assertEquals(before, recall(KEYED).id(), "learnt under the laptop's own key");
    assertFalse(recall(PlaceRules.NONE).id().equals(before));
  }

  @Test
  void what_is_damaged_or_in_the_way_is_unknown_and_begins_anew() throws IOException {
    learn();
    Path file = new StateFolder(folder).places();
    Files.writeString(file, "half a li");
    assertTrue(
        recall(PlaceRules.NONE).met() instanceof Unknown<Optional<Met>>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD);
    learn();
    assertEquals(1, visits(recall(PlaceRules.NONE)));
    Files.delete(file);
    Files.createDirectory(file);
    assertTrue(recall(PlaceRules.NONE).met() instanceof Unknown<Optional<Met>>);
    assertEquals(Optional.empty(), recall(PlaceRules.NONE).label());
  }

  @Test
  void looks_within_half_an_hour_write_nothing() throws IOException {
    learn();
    Path file = new StateFolder(folder).places();
    var stamp = java.nio.file.attribute.FileTime.from(SampleFacts.AT);
    Files.setLastModifiedTime(file, stamp);
    learn();
    assertEquals(stamp, Files.getLastModifiedTime(file));
    assertFalse(
        PlaceMemory.say(
            folder,
            PlaceRules.NONE,
            new SampleFacts().lan(Reading.known(new Lan(List.of()))).build(),
            Optional.empty(),
            new Random(1)));
  }
}
