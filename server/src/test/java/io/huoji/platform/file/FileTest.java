package io.huoji.platform.file;

import static io.huoji.platform.file.SampleFiles.docx;
import static io.huoji.platform.file.SampleFiles.joined;
import static io.huoji.platform.file.SampleFiles.phonePhoto;
import static io.huoji.platform.file.SampleFiles.picture;
import static io.huoji.platform.file.SampleFiles.pngThatClaims;
import static io.huoji.platform.file.SampleFiles.text;
import static io.huoji.platform.file.SampleFiles.wav;
import static io.huoji.platform.file.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.huoji.platform.access.Permission;
import io.huoji.testkit.Answer;
import io.huoji.testkit.Api;
import io.huoji.testkit.Company;
import io.huoji.testkit.HuojiTest;
import io.huoji.testkit.TestClock;
import io.huoji.testkit.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files through HTTP: what is refused, what is kept, who sees it. */
@HuojiTest
class FileTest {

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired LooseFileRetention retention;

    private Company company;
    private Api api;

    @BeforeEach
    void found() {
        company = world.newTenant();
        api = company.admin();
    }

    @Test
    void takesNothingThatABrowserWouldRun() {
        refused(send("a.svg", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")), 415,
                "file:file-type");
        refused(send("a.png", text("\uFEFF  <?xml version='1.0'?><svg/>")), 415, "file:file-type");
        refused(send("a.txt", text("<!doctype html><script>alert(1)</script>")), 415, "file:file-type");
        refused(send("photo.jpg", text("MZ\u0000\u0001\u0002")), 415, "file:file-type");
        refused(send("macro.docx",
                zip(Map.of("[Content_Types].xml", 0, "word/document.xml", 0, "word/vbaProject.bin", 0))),
                415, "file:file-type");
        refused(send("any.zip", zip(Map.of("a.html", 0))), 415, "file:file-type");
    }

    @Test
    void refusesPhotosThatWouldEatTheMemory() {
        refused(send("a.png", pngThatClaims(60_000, 60_000)), 413, "file:file-pixels");
        refused(send("a.png", pngThatClaims(5_000, 5_000)), 415, "file:file-damaged");
        refused(send("a.jpg", new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 4, 1, 2}), 415,
                "file:file-damaged");
        refused(send("a.gif", text("GIF89a\u0001")), 415, "file:file-damaged");
    }

    @Test
    void refusesWhatIsTooLargePackedOrNot() {
        refused(send("a.docx", docx(400)), 413, "file:file-bomb");
        refused(send("a.jpg", joined(picture("jpg", 40, 40), new byte[21 << 20])), 413, "file:file-too-large");
        refused(send("a.pdf", joined(text("%PDF-1.7\n"), new byte[51 << 20])), 413, "file:file-too-large");
        refused(send("a.txt", new byte[0]), 400, "file:file-empty");
    }

    @Test
    void refusesAnotherKindThanAsked() {
        refused(api.upload("/files", "a.pdf", "image/jpeg", text("%PDF-1.7\n"), Map.of("kind", "photo")), 415,
                "kind:file-kind");
        refused(api.upload("/files", "a.jpg", "image/jpeg", picture("jpg", 9, 9), Map.of("kind", "selfie")), 415,
                "kind:file-kind");
        refused(api.post("/files", "{}"), 415, ":not-multipart");
    }

    @Test
    void needsARightToSend() {
        company.role("reader", "all", Permission.RECORDS_READ);
        company.person("rui", "hq", "reader");
        assertThat(company.as("rui").upload("/files", "a.txt", "text/plain", text("a"), Map.of()).status())
                .isEqualTo(403);
        assertThat(company.nobody().upload("/files", "a.txt", "text/plain", text("a"), Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void tellsTheTypeByContentAndNamesItSo() {
        Answer photo = send("../../etc/\u202egpj.exe", picture("png", 30, 20)).expect(201);
        assertThat(photo.at("mediaType")).isEqualTo("image/png");
        assertThat(photo.at("name")).isEqualTo("gpj.exe.png");
        assertThat(photo.at("width")).isEqualTo("30");
        assertThat(photo.header("Location")).isEqualTo("/api/v1/files/" + photo.at("id"));
        assertThat(send("a.pdf", wav()).expect(201).at("kind")).isEqualTo("recording");
        assertThat(send("名单.csv", "姓名,分数\n李雷,3\n".getBytes(java.nio.charset.Charset.forName("GB18030"))).expect(201)
                .at("mediaType")).isEqualTo("text/csv");
        assertThat(send("a.bin", docx(1)).expect(201).at("name")).isEqualTo("a.bin.docx");
        assertThat(api.upload("/files", "a.jpg", "x/y", picture("jpg", 9, 9), Map.of("kind", "document")).expect(201)
                .at("kind"))
                .isEqualTo("document");
    }

    @Test
    void cutsOffWhatHangsBehindAPhoto() {
        byte[] photo = picture("jpg", 40, 40);
        Answer sent = send("a.jpg", joined(photo, text("<script>alert(1)</script>"))).expect(201);
        assertThat(read(sent).bytes()).isEqualTo(photo);
    }

    @Test
    void erasesThePlaceAndKeepsThePictureAsItIs() throws IOException {
        byte[] photo = phonePhoto(800, 600);
        Answer sent = send("IMG_1.jpg", photo).expect(201);
        byte[] kept = read(sent).bytes();
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        assertThat(kept).hasSameSizeAs(photo);
        assertThat(text).doesNotContain("39,54").doesNotContain("GPSLatitude").contains("exif:Model=\"Phone\"");
        assertThat(text).doesNotContain(new String(new byte[]{0, 0xb, (byte) 0xde, 0x31}, StandardCharsets.ISO_8859_1));
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(800);
        Answer small = api.get("/files/" + sent.at("id") + "/thumbnail").expect(200);
        var thumbnail = ImageIO.read(new ByteArrayInputStream(small.bytes()));
        assertThat(thumbnail.getWidth()).isEqualTo(360);
        assertThat(thumbnail.getHeight()).isEqualTo(480);
        assertThat(new java.awt.Color(thumbnail.getRGB(180, 10)).getRed()).as("turned: red is above")
                .isGreaterThan(200);
    }

    @Test
    void servesWithEveryGuard() {
        Answer pdf = send("合同.pdf", text("%PDF-1.7\n")).expect(201);
        Answer read = read(pdf);
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.header("Content-Disposition")).startsWith("attachment");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Content-Security-Policy")).contains("sandbox");
        Answer photo = read(send("a.jpg", picture("jpg", 40, 40)));
        assertThat(photo.header("Content-Disposition")).startsWith("inline");
        assertThat(api.get("/files/" + pdf.at("id") + "/thumbnail").status()).isEqualTo(404);
        assertThat(
                api.with("If-None-Match", String.valueOf(read.header("ETag"))).get("/files/" + pdf.at("id")).status())
                .isEqualTo(304);
    }

    @Test
    void answersPartOfARecording() {
        Answer sent = send("a.wav", wav()).expect(201);
        Answer part = api.with("Range", "bytes=8-11").get("/files/" + sent.at("id"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("WAVE");
        assertThat(part.header("Content-Range")).startsWith("bytes 8-11/");
        assertThat(part.header("Content-Type")).isEqualTo("audio/wav");
    }

    @Test
    void showsALooseFileToItsUploaderOnly() {
        Answer sent = send("a.jpg", picture("jpg", 40, 40)).expect(201);
        company.person("second", "hq", "admin");
        for (Api other : java.util.List.of(company.as("second"), world.newTenant().admin(), company.token())) {
            assertThat(other.get("/files/" + sent.at("id")).status()).isEqualTo(404);
            assertThat(other.get("/files/" + sent.at("id") + "/thumbnail").status()).isEqualTo(404);
        }
        assertThat(company.nobody().get("/files/" + sent.at("id")).status()).isEqualTo(401);
        assertThat(api.get("/files/none").status()).isEqualTo(400);
    }

    @Test
    void erasesALooseFileAfterADay() {
        Answer sent = send("a.jpg", picture("jpg", 40, 40)).expect(201);
        try {
            clock.tick(Duration.ofHours(23));
            retention.run(null);
            read(sent).expect(200);
            clock.tick(Duration.ofHours(2));
            retention.run(null);
            assertThat(read(sent).status()).isEqualTo(404);
        } finally {
            clock.reset();
        }
    }

    private Answer send(String name, byte[] bytes) {
        return api.upload("/files", name, "image/png", bytes, Map.of());
    }

    private Answer read(Answer sent) {
        return api.get("/files/" + sent.at("id"));
    }

    private static void refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problems()).containsExactly(problem);
    }
}
