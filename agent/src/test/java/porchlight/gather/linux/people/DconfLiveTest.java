package porchlight.gather.linux.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reading;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Real dconf writes into a home of its own, and what we read of it is what real gsettings says
 * there: a person's choice, an administrator's, with and without locks.
 */
class DconfLiveTest {
  private static final List<String> PROGRAMS =
      List.of("/usr/bin/dconf", "/usr/bin/gsettings", "/usr/bin/dbus-run-session");

  @TempDir Path home = Path.of("");

  private record Scene(String name, String person, String site, String locks) {}

  private static final String OFF =
      """
      [org/gnome/desktop/screensaver]
      lock-enabled=false
      lock-delay=uint32 7
      [org/gnome/desktop/session]
      idle-delay=uint32 0
      [system/proxy]
      mode='manual'
      [system/proxy/http]
      host='proxy.test'
      port=3128
      """;
  private static final String SITE =
      """
      [org/gnome/desktop/screensaver]
      lock-enabled=true
      [org/gnome/desktop/session]
      idle-delay=uint32 600
      [system/proxy]
      mode='auto'
      autoconfig-url='https://pac.test/'
      """;
  private static final List<String> KEYS =
      Stream.concat(GnomeLock.KEYS.stream(), GnomeProxy.KEYS.stream()).toList();
  private static final List<Scene> SCENES =
      List.of(
          new Scene("nothing is set", "", "", ""),
          new Scene("a person turned it off", OFF, "", ""),
          new Scene("an administrator set it, a person did not", "", SITE, ""),
          new Scene("a person decides against the administrator", OFF, SITE, ""),
          new Scene("the administrator locked one of two", OFF, SITE, GnomeLock.KEYS.get(0)),
          new Scene(
              "all is locked, one of it without a value", OFF, SITE, String.join("\n", KEYS)));

  private String run(Path in, String text, String... command)
      throws IOException, InterruptedException {
    Path input = Files.writeString(home.resolve("input"), text);
    var builder = new ProcessBuilder(command).redirectErrorStream(false);
    builder.redirectInput(input.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", in.toString(),
                "PATH", "/usr/bin:/bin",
                "LC_ALL", "C.UTF-8",
                "XDG_RUNTIME_DIR", in.toString(),
                "DCONF_PROFILE", home.resolve("profile").toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(command) + " does not end");
    }
    assertEquals(0, process.exitValue(), List.of(command).toString());
    return said.strip();
  }

  @Test
  void we_read_what_gsettings_says() throws Exception {
    for (String program : PROGRAMS) {
      assumeTrue(Files.isExecutable(Path.of(program)), "no " + program + " here");
    }
    assumeTrue(
        Files.exists(
            Path.of("/usr/share/glib-2.0/schemas/org.gnome.desktop.screensaver.gschema.xml")),
        "no schemas of GNOME here");
    int compared = 0;
    for (Scene scene : SCENES) {
      Path own = Files.createDirectory(home.resolve("home" + compared));
      Path db = Files.createDirectories(home.resolve("db" + compared));
      Path keyfiles = db.resolve("site.d");
      Files.createDirectories(keyfiles.resolve("locks"));
      Files.writeString(keyfiles.resolve("00"), scene.site());
      Files.writeString(keyfiles.resolve("locks/00"), scene.locks());
      Files.writeString(
          home.resolve("profile"), "user-db:user\nfile-db:" + db.resolve("site") + "\n");
      run(own, "", "/usr/bin/dconf", "compile", db.resolve("site").toString(), keyfiles.toString());
      if (!scene.person().isEmpty()) {
        // As the person would have before the administrator locked it.
        Files.writeString(home.resolve("profile"), "user-db:user\n");
        run(own, scene.person(), "/usr/bin/dbus-run-session", "--", "/usr/bin/dconf", "load", "/");
        Files.writeString(
            home.resolve("profile"), "user-db:user\nfile-db:" + db.resolve("site") + "\n");
      }
      var theirs = new TreeMap<String, String>();
      for (String key : KEYS) {
        int last = key.lastIndexOf('/');
        theirs.put(
            key,
            run(
                own,
                "",
                "/usr/bin/gsettings",
                "get",
                key.substring(1, last)
                    .replace('/', '.')
                    .replaceFirst("^system[.]", "org.gnome.system."),
                key.substring(last + 1)));
      }
      var ours =
          assertInstanceOf(
              Reading.Known.class,
              GnomeSettings.read(
                  machine(db),
                  new Person("ann", 1000, new Home(own.toString())),
                  KEYS,
                  GnomeSettings.defaults(KEYS)),
              scene.name());
      assertEquals(theirs, ours.value(), scene.name());
      compared += theirs.size();
    }
    assertEquals(KEYS.size() * SCENES.size(), compared);
  }

  /** This machine, but for where an administrator's databases are. */
  private static Machine machine(Path db) {
    Machine real = new LocalMachine();
    return question -> {
      if (question.text().equals(DconfProfile.OF_ALL.get(0).text())) {
        return new Answer.Said(0, "user-db:user\nsystem-db:site\n");
      }
      return question instanceof Question.ReadDconf(var folder, var path, var keys)
              && folder.equals("/etc/dconf/db")
          ? real.ask(new Question.ReadDconf(db.toString(), path, keys))
          : real.ask(question);
    };
  }
}
