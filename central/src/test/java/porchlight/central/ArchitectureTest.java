package porchlight.central;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can hold. */
class ArchitectureTest {
  private static final String US = "porchlight.central.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("porchlight.central");

  @Test
  void there_is_something_to_hold() {
    assertTrue(CLASSES.size() > 80, "only " + CLASSES.size() + " classes");
  }

  @Test
  void values_import_nothing_of_ours() {
    for (String room : List.of("people", "reports", "presence", "signing")) {
      noClasses()
          .that()
          .resideInAPackage(US + room)
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "javax..",
              "org.jspecify..",
              room.equals("signing") ? "org.bouncycastle.." : US + room,
              US + room)
          .check(CLASSES);
    }
  }

  @Test
  void settings_know_only_the_words_of_reports() {
    noClasses()
        .that()
        .resideInAPackage(US + "settings")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.jspecify..", US + "settings", US + "reports")
        .check(CLASSES);
  }

  @Test
  void the_reducer_knows_neither_http_nor_sql_nor_a_clock() {
    noClasses()
        .that()
        .resideInAPackage(US + "devices")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java.lang..",
            "java.util..",
            "java.time",
            "org.jspecify..",
            US + "devices",
            US + "reports")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(US + "devices", US + "presence", US + "views", US + "reports")
        .should()
        .callMethod(Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void a_library_has_one_room() {
    only(
        "ledger",
        "java.sql..",
        "javax.sql..",
        "org.sqlite..",
        "org.postgresql..",
        "org.flywaydb..",
        "com.zaxxer..");
    only("web", "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");
    only("out", "okhttp3..", "jakarta.mail..");
    only("papers", "gg.jte..", "com.openhtmltopdf..", "org.apache.pdfbox..");
    only("json", "com.fasterxml..", "com.networknt..");
    only("views", "org.commonmark..", "io.nayuki..");
    only("accounts", "com.nimbusds..");
    only(List.of("accounts", "signing"), "org.bouncycastle..");
  }

  private void only(String room, String... libraries) {
    only(List.of(room), libraries);
  }

  private void only(List<String> rooms, String... libraries) {
    noClasses()
        .that()
        .resideInAPackage("porchlight.central..")
        .and()
        .resideOutsideOfPackages(rooms.stream().map(US::concat).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }

  @Test
  void intake_knows_no_web_and_the_ledger_knows_no_intake() {
    noClasses()
        .that()
        .resideInAnyPackage(
            US + "intake", US + "views", US + "ledger", US + "json", US + "accounts")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(US + "web")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(US + "ledger", US + "json", US + "views")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(US + "intake")
        .check(CLASSES);
    slices().matching("porchlight.central.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void a_file_is_short_and_every_room_is_null_marked() throws IOException {
    Path root = Path.of("src/main/java/porchlight/central");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        assertTrue(Files.readAllLines(file).size() <= 300, file + " is too long");
      }
    }
    try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        assertTrue(
            Files.readString(folder.resolve("package-info.java")).contains("@NullMarked"),
            folder.toString());
      }
    }
  }
}
