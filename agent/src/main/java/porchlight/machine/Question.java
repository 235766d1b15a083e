package porchlight.machine;

import java.util.List;
import java.util.Optional;

/**
 * Something to ask a machine. Its {@link #text} is one line and says all of it, so that every
 * question fits a transcript and the list that {@code porchlight commands} prints.
 */
public sealed interface Question
    permits Run,
        Question.ReadFile,
        Question.ListFolder,
        Question.ReadLink,
        Question.ReadStanzas,
        Question.Native,
        Question.Modified,
        Question.ReadSettings,
        Question.ReadDconf,
        Question.Among,
        Question.ListInside,
        Question.ReadJson,
        Question.ReadPrefs,
        Question.Processes,
        Question.ReadStart,
        WindowsQuestion,
        Probe {

  /** The one line that stands for this question. */
  String text();

  private static String named(String kind, String folder, String path, List<String> names) {
    return "? " + kind + " " + folder + " " + path + " " + String.join(",", names);
  }

  /** The content of a file, or of what a link of that name points to. */
  record ReadFile(String path) implements Question {
    public ReadFile {
      Paths.requireAbsolute(path);
    }

    @Override
    public String text() {
      return "? read " + path;
    }
  }

  /** The names in a folder, sorted, one a line; a folder ends in a slash. */
  record ListFolder(String path) implements Question {
    public ListFolder {
      Paths.requireAbsolute(path);
    }

    /** The file of that name in this folder; refuses a name that could lead elsewhere. */
    public ReadFile file(String name) {
      return new ReadFile(Paths.join(path, name));
    }

    /** When the file of that name was changed; refuses a name that could lead elsewhere. */
    public Modified modified(String name) {
      return new Modified(Paths.join(path, name));
    }

    /** The folder of that name in this one; refuses a name that could lead elsewhere. */
    public ListFolder folder(String name) {
      return new ListFolder(Paths.join(path, name));
    }

    /** The link of that name in this folder; refuses a name that could lead elsewhere. */
    public ReadLink link(String name) {
      return new ReadLink(Paths.join(path, name));
    }

    @Override
    public String text() {
      return "? list " + path;
    }
  }

  /** Where a symbolic link points, as written in it; {@link Answer.Failed} for what is no link. */
  record ReadLink(String path) implements Question {
    public ReadLink {
      Paths.requireAbsolute(path);
    }

    @Override
    public String text() {
      return "? link " + path;
    }
  }

  /**
   * The named fields of every paragraph of a Debian control file, in the file's order, paragraphs
   * apart by an empty line. The file may be compressed as apt keeps it. Only single-line fields; a
   * paragraph with none of them is left out. The last line is {@code # bytes N}, the length of the
   * whole file, and {@code unfinished} if it ends elsewhere than after a paragraph: so one that was
   * cut off can be told.
   *
   * @param among if given, another control file: only paragraphs of a Package named there
   */
  record ReadStanzas(String path, List<String> fields, Optional<String> among) implements Question {
    public ReadStanzas {
      Paths.requireAbsolute(path);
      fields = List.copyOf(fields);
      among.ifPresent(Paths::requireAbsolute);
    }

    /** Of all paragraphs. */
    public ReadStanzas(String path, List<String> fields) {
      this(path, fields, Optional.empty());
    }

    @Override
    public String text() {
      return "? stanzas "
          + path
          + " "
          + String.join(",", fields)
          + among.map(other -> " among " + other).orElse("");
    }
  }

  /** What a library says of this machine, as {@code key=value} lines. */
  record Native(Subject subject) implements Question {
    /** What can be asked so. */
    public enum Subject {
      /** OSHI: {@code name family system version arch manufacturer model}. */
      DEVICE,
      /**
       * CoreWLAN, on macOS: {@code interface power mode channel security ssid}; the numbers are
       * Apple's own, and what there is none of is empty.
       */
      WIFI
    }

    @Override
    public String text() {
      return "? native " + subject.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** When a file, or what a link of that name points to, was last changed, as an ISO instant. */
  record Modified(String path) implements Question {
    public Modified {
      Paths.requireAbsolute(path);
    }

    @Override
    public String text() {
      return "? modified " + path;
    }
  }

  /**
   * The lines of the named keys in a settings file, with the lines that begin and end a section;
   * nothing else of it, because such files hold passwords, which are taken out of addresses of
   * proxies too. No link below the folder is followed: whoever owns what is in it cannot lead us
   * elsewhere.
   */
  record ReadSettings(String folder, String path, List<String> keys) implements Question {
    public ReadSettings {
      Paths.requireBelow(folder, path);
      keys = List.copyOf(keys);
    }

    @Override
    public String text() {
      return named("settings", folder, path, keys);
    }
  }

  /**
   * The values of the named keys in a dconf database or among compiled GSettings schemas, as {@code
   * key=value} lines in the words of {@code gsettings get}; a value of another kind than a truth or
   * a number is {@code ?}, but for words about proxies, without their passwords. A lock of such a
   * key is {@code lock key}. No link below the folder is followed.
   *
   * @param keys {@code /org/gnome/desktop/session/idle-delay} in a database, {@code
   *     org.gnome.desktop.session/idle-delay} in schemas
   */
  record ReadDconf(String folder, String path, List<String> keys) implements Question {
    public ReadDconf {
      Paths.requireBelow(folder, path);
      keys = List.copyOf(keys);
    }

    @Override
    public String text() {
      return named("dconf", folder, path, keys);
    }
  }

  /**
   * Which of those files and folders there are below a folder, one a line in that order, each after
   * {@code file}, {@code folder}, {@code link}, {@code other} or {@code denied}. No link is
   * followed: what lies behind one is a {@code link} itself.
   */
  record Among(String folder, List<String> paths) implements Question {
    public Among {
      Paths.requireAbsolute(folder);
      paths.forEach(Paths::requireInside);
      paths = List.copyOf(paths);
    }

    @Override
    public String text() {
      return "? among " + folder + " " + String.join(",", paths);
    }
  }

  /** The names in a folder below another, sorted, one a line; no link below that is followed. */
  record ListInside(String folder, String path) implements Question {
    public ListInside {
      Paths.requireBelow(folder, path);
    }

    @Override
    public String text() {
      return "? names " + folder + " " + path;
    }
  }

  /**
   * A JSON file, or a property list of macOS as JSON, without what is not asked for: only members
   * that are named ({@code a/b}, {@code *} for any name or item), objects and lists among them
   * empty unless something in them is named too. No link below the folder is followed.
   *
   * @param commented whether comments and commas at the end of a list are allowed in it
   */
  record ReadJson(String folder, String path, List<String> members, boolean commented)
      implements Question {
    public ReadJson {
      Paths.requireBelow(folder, path);
      members = List.copyOf(members);
    }

    @Override
    public String text() {
      return named(commented ? "json-commented" : "json", folder, path, members);
    }
  }

  /**
   * The named settings in a preferences file of Mozilla's form, each a line {@code user
   * NAME=VALUE}, or {@code default NAME=VALUE} with {@code locked} where it is; texts are {@code
   * ""} or {@code "?"}. No link below the folder is followed.
   */
  record ReadPrefs(String folder, String path, List<String> names) implements Question {
    public ReadPrefs {
      Paths.requireBelow(folder, path);
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return named("prefs", folder, path, names);
    }
  }

  /**
   * Which of those names some process bears, one a line; Linux cuts them at 15 characters. Other
   * names are not told, because what people run is theirs. The last line is {@code # seen N hidden
   * M}: how many processes told their names, and how many there are at least that did not.
   */
  record Processes(List<String> names) implements Question {
    public Processes {
      names.forEach(Paths::requireName);
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return "? processes " + String.join(",", names);
    }
  }

  /** The first so many bytes of a file; no link below the folder is followed. */
  record ReadStart(String folder, String path, int bytes) implements Question {
    private static final int MOST = 4096;

    public ReadStart {
      Paths.requireBelow(folder, path);
      if (bytes < 1 || bytes > MOST) {
        throw new IllegalArgumentException("not a few bytes: " + bytes);
      }
    }

    @Override
    public String text() {
      return "? start " + folder + " " + path + " " + bytes;
    }
  }
}
