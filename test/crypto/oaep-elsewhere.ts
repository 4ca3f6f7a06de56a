import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OaepVariant } from '../../src/crypto/client-secret.ts'
import { inFolder, runJava } from './tools.ts'

/** What another program shall open and make. */
export interface OaepTask {
  /** The private key. */
  readonly pem: string
  /** Its public key in the console's form. */
  readonly publicText: string
  readonly secret: string
  /** One of each padding, in Base64. */
  readonly sealed: readonly { readonly variant: OaepVariant; readonly value: string }[]
}

/** The secrets it found in `sealed`, and one cipher text (Base64) of its own for each. */
export interface OaepResult {
  readonly opened: readonly string[]
  readonly made: readonly string[]
}

/** Lets openssl do it. */
export function opensslOaep({ pem, publicText, secret, sealed: encrypted }: OaepTask): OaepResult {
  return inFolder((folder) => {
    const [privateFile, publicFile] = [join(folder, 'private.pem'), join(folder, 'public.pem')]
    writeFileSync(privateFile, pem)
    const lines = publicText.replace(/.{64}/g, '$&\n')
    writeFileSync(publicFile, `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----\n`)
    const run = (variant: OaepVariant, input: Buffer, options: readonly string[]) => {
      const [label = '', mask = ''] = variant.split('-mgf1-')
      const padding = ['rsa_padding_mode:oaep', `rsa_oaep_md:${label}`, `rsa_mgf1_md:${mask}`]
      const pkeyopts = padding.flatMap((option) => ['-pkeyopt', option])
      return execFileSync('openssl', ['pkeyutl', ...options, ...pkeyopts], { input })
    }
    return {
      opened: encrypted.map(({ variant, value }) =>
        run(variant, Buffer.from(value, 'base64'), ['-decrypt', '-inkey', privateFile]).toString(),
      ),
      made: encrypted.map(({ variant }) =>
        run(variant, Buffer.from(secret), ['-encrypt', '-pubin', '-inkey', publicFile]).toString(
          'base64',
        ),
      ),
    }
  })
}

/** Lets Java do it, with the names of the paddings as Java programs write them. */
export function javaOaep({ pem, publicText, secret, sealed: encrypted }: OaepTask): OaepResult {
  const privateText = pem.replace(/-----[^-]+-----|\s/g, '')
  const opening = encrypted.map(({ variant, value }) => ['open', variant, privateText, value])
  const making = encrypted.map(({ variant }) => ['make', variant, publicText, secret])
  const results = runJava(javaProgram, [...opening, ...making]).map(([result = '']) => result)
  return { opened: results.slice(0, encrypted.length), made: results.slice(encrypted.length) }
}

const javaProgram = `
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.*;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.*;

public class Main {
  public static void main(String[] arguments) throws Exception {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = reader.readLine()) != null; ) {
      String[] fields = line.split("\\t", -1);
      for (int i = 0; i < fields.length; i++) fields[i] = text(decode(fields[i]));
      byte[] key = decode(fields[2]);
      byte[] result;
      if (fields[0].equals("open")) {
        Cipher cipher = cipher(fields[1], Cipher.DECRYPT_MODE,
          factory.generatePrivate(new PKCS8EncodedKeySpec(key)));
        result = cipher.doFinal(decode(fields[3]));
      } else {
        Cipher cipher = cipher(fields[1], Cipher.ENCRYPT_MODE,
          factory.generatePublic(new X509EncodedKeySpec(key)));
        byte[] made = cipher.doFinal(fields[3].getBytes(StandardCharsets.UTF_8));
        result = Base64.getEncoder().encode(made);
      }
      System.out.println(Base64.getEncoder().encodeToString(result));
    }
  }
  static Cipher cipher(String variant, int mode, java.security.Key key) throws Exception {
    if (variant.equals("sha1-mgf1-sha1")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(mode, key);
      return cipher;
    }
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    if (variant.equals("sha256-mgf1-sha1")) {
      cipher.init(mode, key);
    } else {
      cipher.init(mode, key, new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256,
        PSource.PSpecified.DEFAULT));
    }
    return cipher;
  }
  static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
`
