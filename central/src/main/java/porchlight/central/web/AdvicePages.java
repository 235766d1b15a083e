package porchlight.central.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.central.out.Mailman;
import porchlight.central.people.Act;
import porchlight.central.people.Viewer;
import porchlight.central.views.Advice;
import porchlight.central.views.Heard;
import porchlight.central.views.Section;

/** The letter to whoever works on a laptop: shown first, mended by hand, sent, written down. */
final class AdvicePages {
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_SUBJECT = 200;

  /** One address and no more: neither a list nor a name with one behind it. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){0,8}[A-Za-z0-9-]{1,63}");

  private final Desk desk;
  private final Pages pages;
  private final Optional<Mailman> mailman;

  AdvicePages(Desk desk, Pages pages, Optional<Mailman> mailman) {
    this.desk = desk;
    this.pages = pages;
    this.mailman = mailman;
  }

  void form(Context ctx, Viewer viewer) {
    Optional<Heard> heard = heard(ctx, viewer);
    String check = Optional.ofNullable(ctx.queryParam("check")).orElse("");
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    Advice advice = Advice.of(check, heard.get().name());
    show(ctx, 200, heard.get(), new Letter(check, "", advice.subject(), advice.text()), "");
  }

  /** What stands in the form. */
  record Letter(String check, String to, String subject, String text) {
    /** What is wrong with it, in a sentence; empty for a letter that can go. */
    String trouble() {
      if (!ADDRESS.matcher(to).matches()) {
        return "One address of mail is expected, such as anna@example.com.";
      }
      if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || !isOneLine(subject)) {
        return "A subject of one line and 1 to " + LONGEST_SUBJECT + " characters is expected.";
      }
      if (!check.matches("[a-z0-9-]{0,64}")) {
        return "What the letter is about is the name of a check, such as firewall.";
      }
      return text.isBlank() || text.length() > LONGEST_TEXT
          ? "A text of 1 to " + LONGEST_TEXT + " characters is expected."
          : "";
    }

    private static boolean isOneLine(String subject) {
      return subject.chars().noneMatch(Character::isISOControl);
    }
  }

  void send(Context ctx, Viewer viewer) {
    Optional<Heard> heard = heard(ctx, viewer);
    if (heard.isEmpty()) {
      pages.notFound(ctx);
      return;
    }
    Letter letter =
        new Letter(
            SignInPages.field(ctx, "check"),
            SignInPages.field(ctx, "to").strip(),
            SignInPages.field(ctx, "subject").strip(),
            SignInPages.field(ctx, "text").replace("\r\n", "\n"));
    String trouble = letter.trouble();
    if (mailman.isEmpty()) {
      pages.notFound(ctx);
    } else if (!trouble.isEmpty()) {
      show(ctx, 422, heard.get(), letter, trouble);
    } else {
      send(ctx, viewer, heard.get(), letter);
    }
  }

  /** Who wrote to whom is written down before it leaves, so that none leaves unseen. */
  private void send(Context ctx, Viewer viewer, Heard heard, Letter letter) {
    desk.accounts()
        .register()
        .note(
            desk.where(ctx)
                .deed(
                    viewer.who(),
                    Act.ADVISED,
                    heard.device().id(),
                    letter.check() + " to " + letter.to()));
    boolean sent =
        mailman
            .orElseThrow()
            .letter(letter.to(), letter.subject(), letter.text(), desk.where(ctx).now());
    if (sent) {
      desk.said(
          ctx,
          200,
          Section.ORGANISATIONS,
          "The mail server has the letter",
          "/devices/" + heard.device().id());
    } else {
      show(ctx, 502, heard, letter, "The mail server did not take it. The letter is still here.");
    }
  }

  private Optional<Heard> heard(Context ctx, Viewer viewer) {
    return desk.roll().by(viewer).device(ctx.pathParam("device"));
  }

  private void show(Context ctx, int status, Heard heard, Letter letter, String trouble) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("device", heard.device().id());
    model.put("name", heard.name());
    model.put("check", letter.check());
    model.put("to", letter.to());
    model.put("subject", letter.subject());
    model.put("text", letter.text());
    model.put("mails", mailman.isPresent());
    model.put("trouble", trouble);
    desk.show(ctx, status, Section.ORGANISATIONS, "advice.jte", model);
  }
}
