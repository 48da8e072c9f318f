import HTML
import Testing

@Suite struct `Forms` {
    @Test func `tell the hint and the error of a field with the field`() {
        let html = field(
            label: "E-post", name: "email", type: .email, value: "a@b", hint: "Vi svarar dit.",
            error: "Skriv en hel adress.", required: true, autocomplete: "email", .maxLength(200))
        #expect(
            html.text == """
                <div class="field field-invalid"><label for="field-email">E-post</label>\
                <p class="hint" id="field-email-hint">Vi svarar dit.</p>\
                <p class="error" id="field-email-error">Skriv en hel adress.</p>\
                <input type="email" id="field-email" name="email" required \
                aria-describedby="field-email-error field-email-hint" aria-invalid="true" \
                value="a@b" autocomplete="email" maxlength="200"></div>
                """)
    }

    @Test func `say nothing of errors that are not`() {
        #expect(
            field(label: "Namn", name: "name").text
                == "<div class=\"field\"><label for=\"field-name\">Namn</label>"
                + "<input type=\"text\" id=\"field-name\" name=\"name\" value=\"\"></div>")
    }

    @Test func `never send a password back`() {
        #expect(!field(label: "Lösenord", name: "p", type: .password, value: "hemlig").text.contains("hemlig"))
    }

    @Test func `keep the first line end of a text`() {
        #expect(textArea(label: "A", name: "a", value: "\nb").text.contains("rows=\"5\">\n\nb</textarea>"))
    }

    @Test func `mark what is chosen`() {
        let choices = [Choice("sv", "Svenska"), Choice("en", "English", hint: "Some pages")]
        #expect(
            select(label: "Språk", name: "lang", choices: choices, selected: "en").text == """
                <div class="field"><label for="field-lang">Språk</label><select id="field-lang" name="lang">\
                <option value="sv">Svenska</option><option value="en" selected>English</option></select></div>
                """)
        #expect(
            radioGroup(legend: "Språk", name: "lang", choices: choices, selected: "sv", error: "Välj.").text == """
                <fieldset class="field field-invalid" role="radiogroup" aria-describedby="field-lang-error" aria-invalid="true">\
                <legend>Språk</legend><p class="error" id="field-lang-error">Välj.</p>\
                <div class="choice"><input type="radio" id="field-lang" name="lang" value="sv" checked>\
                <label for="field-lang">Svenska</label></div>\
                <div class="choice"><input type="radio" id="field-lang-2" name="lang" value="en" \
                aria-describedby="field-lang-2-about"><label for="field-lang-2">English</label>\
                <p class="hint" id="field-lang-2-about">Some pages</p></div></fieldset>
                """)
    }

    @Test func `lead from the summary of errors to the fields`() {
        let html = form(action: "/applications", method: .post) {
            hidden(name: "token", value: "x")
            errorSummary(title: "Två fel", items: [(field: "a b", message: "Fel <1>"), (field: "c", message: "Fel 2")])
            checkbox(label: "Ja", name: "a b", isChecked: true)
            checkboxGroup(legend: "C", name: "c", choices: [Choice("1", "Ett")], selected: ["1"])
            button("Skicka", name: "next", value: "send", .class("primary"))
        }
        #expect(
            html.text == """
                <form action="/applications" method="post"><input type="hidden" name="token" value="x">\
                <div class="error-summary" id="error-summary" role="alert" tabindex="-1"><h2>Två fel</h2>\
                <ul><li><a href="#field-a-b">Fel &lt;1&gt;</a></li><li><a href="#field-c">Fel 2</a></li></ul></div>\
                <div class="field"><div class="choice">\
                <input type="checkbox" value="true" id="field-a-b" name="a b" checked><label for="field-a-b">Ja</label></div></div>\
                <fieldset class="field"><legend>C</legend><div class="choice">\
                <input type="checkbox" id="field-c" name="c" value="1" checked><label for="field-c">Ett</label></div></fieldset>\
                <button type="submit" name="next" value="send" class="primary">Skicka</button></form>
                """)
    }
}
