/*
 * Linear-chain CRF by stochastic gradient (AdaGrad) with an L1 penalty applied where a weight is touched.
 *
 *     gcc -O3 -ffast-math -march=native -o crf crf.c -lm
 *     crf FEATURES LABELS L COLUMNS EPOCHS RATE BEFORE L1 OUT [GIVEN]
 *
 * FEATURES: i32 tokens, width, sentences, features; i32 length of each sentence; i32 ids, width a token (-1: none).
 * COLUMNS of a row are read. LABELS: u8 a token, for the first so many tokens (whole sentences); 255 leaves a sentence out.
 * BEFORE: the sum of squared gradients that every weight begins with. At 0 the first sentence that touches a weight moves it by the
 * whole rate however little it was wrong, and the order of sentences decides what is learnt.
 * GIVEN: f32 scores [tokens][L] of an earlier model, which count times a factor that is learnt with the weights.
 * OUT: f32 weights [features][L], then transitions [L][L], then first [L] and last [L], then the factor: averages over the
 * second half of the epochs. OUT.scores: f32 [tokens][L], what the weights and the given scores say of every token read,
 * where a sentence is left out.
 * Sentences are visited in an order that a fixed seed and the number of those taught decide, so the same input gives the same weights.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int32_t *read_all(const char *path, size_t *bytes) {
  FILE *f = fopen(path, "rb");
  if (!f) { perror(path); exit(1); }
  fseek(f, 0, SEEK_END);
  *bytes = (size_t)ftell(f);
  rewind(f);
  void *p = malloc(*bytes + 8);
  if (fread(p, 1, *bytes, f) != *bytes) { perror(path); exit(1); }
  fclose(f);
  return p;
}

#define MAXL 16
#define MAXN 4096
#define LEFT_OUT 255

static int L, S; /* labels; stride of a row of weights, padded for vector instructions */
static float rate, before, l1;
static float surprise; /* largest gradient of the sentence learnt last */

/* What is learnt beside the weights of features: from label to label, first, last, the factor of the given scores. */
struct small { float t[MAXL][MAXL], first[MAXL], last[MAXL], factor; };
static struct small P, H; /* parameters, sums of squared gradients */
static float *W, *G;

static inline void update(float *w, float *g, float grad, float penalty) {
  *g += grad * grad;
  float step = rate / sqrtf(*g + before);
  float x = *w - step * grad;
  float t = step * penalty;
  *w = x > t ? x - t : x < -t ? x + t : 0;
}

static float score[MAXN][MAXL], alpha[MAXN][MAXL], beta[MAXN][MAXL];

static float logsum(const float *x) {
  float m = x[0];
  for (int i = 1; i < L; i++) if (x[i] > m) m = x[i];
  float s = 0;
  for (int i = 0; i < L; i++) s += expf(x[i] - m);
  return m + logf(s);
}

static void score_tokens(const int32_t *x, const float *given, int n, int width, int use) {
  for (int i = 0; i < n; i++) {
    float s[MAXL] = {0};
    const int32_t *row = x + (size_t)i * width;
    for (int k = 0; k < use; k++) {
      if (k + 8 < use && row[k + 8] >= 0) __builtin_prefetch(W + (size_t)row[k + 8] * S);
      if (row[k] < 0) continue;
      const float *w = W + (size_t)row[k] * S;
      for (int l = 0; l < S; l++) s[l] += w[l];
    }
    if (given) for (int l = 0; l < L; l++) s[l] += P.factor * given[(size_t)i * L + l];
    memcpy(score[i], s, sizeof s);
  }
}

static double learn(const int32_t *x, const float *given, const uint8_t *y, int n, int width, int use) {
  float tmp[MAXL] = {0};
  score_tokens(x, given, n, width, use);
  for (int l = 0; l < L; l++) alpha[0][l] = score[0][l] + P.first[l];
  for (int i = 1; i < n; i++)
    for (int l = 0; l < L; l++) {
      for (int j = 0; j < L; j++) tmp[j] = alpha[i - 1][j] + P.t[j][l];
      alpha[i][l] = logsum(tmp) + score[i][l];
    }
  for (int l = 0; l < L; l++) beta[n - 1][l] = P.last[l];
  for (int i = n - 2; i >= 0; i--)
    for (int l = 0; l < L; l++) {
      for (int j = 0; j < L; j++) tmp[j] = P.t[l][j] + score[i + 1][j] + beta[i + 1][j];
      beta[i][l] = logsum(tmp);
    }
  for (int l = 0; l < L; l++) tmp[l] = alpha[n - 1][l] + P.last[l];
  float z = logsum(tmp);
  float gold = P.first[y[0]] + P.last[y[n - 1]];
  for (int i = 0; i < n; i++) gold += score[i][y[i]] + (i ? P.t[y[i - 1]][y[i]] : 0);
  float tg[MAXL][MAXL] = {{0}}, fg = 0;
  for (int i = 1; i < n; i++)
    for (int j = 0; j < L; j++)
      for (int l = 0; l < L; l++)
        tg[j][l] += expf(alpha[i - 1][j] + P.t[j][l] + score[i][l] + beta[i][l] - z) - (y[i - 1] == j && y[i] == l);
  surprise = 0;
  for (int i = 0; i < n; i++) {
    float g[MAXL] = {0}, most = 0;
    for (int l = 0; l < L; l++) {
      g[l] = expf(alpha[i][l] + beta[i][l] - z) - (y[i] == l);
      if (fabsf(g[l]) > most) most = fabsf(g[l]);
      if (given) fg += g[l] * given[(size_t)i * L + l];
    }
    if (most > surprise) surprise = most;
    if (i == 0) for (int l = 0; l < L; l++) update(&P.first[l], &H.first[l], g[l], l1);
    if (i == n - 1) for (int l = 0; l < L; l++) update(&P.last[l], &H.last[l], g[l], l1);
    if (most < 1e-3f) continue;
    const int32_t *row = x + (size_t)i * width;
    for (int k = 0; k < use; k++) {
      if (row[k] < 0) continue;
      float *w = W + (size_t)row[k] * S, *a = G + (size_t)row[k] * S;
      for (int l = 0; l < S; l++) {
        a[l] += g[l] * g[l];
        float step = rate / sqrtf(a[l] + before);
        float v = w[l] - step * g[l], t = step * l1;
        float m = fabsf(v) - t;
        w[l] = m > 0 ? copysignf(m, v) : 0;
      }
    }
  }
  for (int j = 0; j < L; j++)
    for (int l = 0; l < L; l++)
      if (tg[j][l] != 0) update(&P.t[j][l], &H.t[j][l], tg[j][l], l1);
  if (given) update(&P.factor, &H.factor, fg, 0);
  return z - gold;
}

int main(int argc, char **argv) {
  if (argc != 10 && argc != 11) { fprintf(stderr, "crf FEATURES LABELS L COLUMNS EPOCHS RATE BEFORE L1 OUT [GIVEN]\n"); return 2; }
  size_t bytes;
  int32_t *head = read_all(argv[1], &bytes);
  int tokens = head[0], width = head[1], sentences = head[2], features = head[3];
  int32_t *lengths = head + 4, *ids = lengths + sentences;
  uint8_t *labels = (uint8_t *)read_all(argv[2], &bytes);
  int covered = 0, own = 0;
  while (own < sentences && covered < (int)bytes) covered += lengths[own++];
  if (covered != (int)bytes) { fprintf(stderr, "%s: %zu labels do not end with a sentence of %d tokens\n", argv[2], bytes, tokens); return 1; }
  sentences = own;
  L = atoi(argv[3]);
  S = L <= 8 ? 8 : 16;
  int use = atoi(argv[4]), epochs = atoi(argv[5]);
  rate = atof(argv[6]);
  before = atof(argv[7]);
  l1 = atof(argv[8]);
  float *given = argc == 11 ? (float *)read_all(argv[10], &bytes) : 0;
  P.factor = 1;
  size_t many = (size_t)features * S;
  W = calloc(many, sizeof(float));
  G = calloc(many, sizeof(float));
  float *sum = calloc(many, sizeof(float));
  struct small sums = {{{0}}};
  int *order = malloc(sizeof(int) * sentences), *first = malloc(sizeof(int) * sentences);
  int taught = 0;
  for (int i = 0, at = 0; i < sentences; at += lengths[i++]) {
    first[i] = at;
    if (lengths[i] > 0 && labels[at] != LEFT_OUT) order[taught++] = i;
  }
  /* Epochs that a sentence sits out: one that is all O and does not surprise teaches nothing for a while. */
  uint8_t *rest = calloc(sentences, 1);
  uint32_t seed = 12345;
  for (int e = 0; e < epochs; e++) {
    for (int i = taught - 1; i > 0; i--) {
      seed = seed * 1664525u + 1013904223u;
      int j = (seed >> 8) % (i + 1), t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    double loss = 0;
    for (int i = 0; i < taught; i++) {
      int s = order[i], n = lengths[s] < MAXN ? lengths[s] : MAXN;
      if (rest[s] > 0) { rest[s]--; continue; }
      loss += learn(ids + (size_t)first[s] * width, given ? given + (size_t)first[s] * L : 0, labels + first[s], n, width, use);
      int empty = 1;
      for (int k = 0; k < n; k++) if (labels[first[s] + k]) empty = 0;
      if (empty && surprise < 0.03f) rest[s] = 4;
    }
    if (e >= epochs / 2) {
      float share = 1.0f / (epochs - epochs / 2);
      for (size_t i = 0; i < many; i++) sum[i] += W[i] * share;
      float *to = (float *)&sums, *from = (float *)&P;
      for (size_t i = 0; i < sizeof P / sizeof(float); i++) to[i] += from[i] * share;
    }
  }
  W = sum;
  P = sums;
  FILE *f = fopen(argv[9], "wb");
  for (int i = 0; i < features; i++) fwrite(W + (size_t)i * S, sizeof(float), L, f);
  for (int j = 0; j < L; j++) fwrite(P.t[j], sizeof(float), L, f);
  fwrite(P.first, sizeof(float), L, f);
  fwrite(P.last, sizeof(float), L, f);
  fwrite(&P.factor, sizeof(float), 1, f);
  fclose(f);
  if (!memchr(labels, LEFT_OUT, covered)) return 0;
  char path[4096];
  snprintf(path, sizeof path, "%s.scores", argv[9]);
  f = fopen(path, "wb");
  for (int s = 0; s < sentences; s++) {
    score_tokens(ids + (size_t)first[s] * width, given ? given + (size_t)first[s] * L : 0, lengths[s], width, use);
    for (int i = 0; i < lengths[s]; i++) fwrite(score[i], sizeof(float), L, f);
  }
  fclose(f);
  return 0;
}
