;; The two loops that the net spends its time in, over 16-bit whole numbers (pmaddwd and its like: eight products an instruction).
;; Whole numbers add up to the same sum in any order, so that every processor gives the same tree.
(module
  (import "net" "memory" (memory 1))

  ;; Rows of floats -> rows of whole numbers of 12 bits, each with the factor that undoes it. `inputs` is a multiple of 8;
  ;; `from`, `to`, `scales` and `stride` count in bytes.
  (func (export "quantise")
    (param $from i32) (param $stride i32) (param $rows i32) (param $inputs i32) (param $to i32) (param $scales i32)
    (local $k i32) (local $at i32) (local $most v128) (local $max f32) (local $factor v128)
    (block $done
      (loop $row
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $most (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $from))
        (local.set $k (local.get $inputs))
        (loop $find
          (local.set $most (f32x4.max (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (local.set $k (i32.sub (local.get $k) (i32.const 4)))
          (br_if $find (local.get $k)))
        (local.set $max
          (f32.max
            (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
            (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
        (local.set $max (f32.max (local.get $max) (f32.const 1e-20)))
        (f32.store (local.get $scales) (f32.div (local.get $max) (f32.const 2047)))
        (local.set $factor (f32x4.splat (f32.div (f32.const 2047) (local.get $max))))
        (local.set $at (local.get $from))
        (local.set $k (local.get $inputs))
        (loop $round
          (v128.store (local.get $to)
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load (local.get $at)) (local.get $factor))))
              (i32x4.trunc_sat_f32x4_s
                (f32x4.nearest (f32x4.mul (v128.load offset=16 (local.get $at)) (local.get $factor))))))
          (local.set $to (i32.add (local.get $to) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $k (i32.sub (local.get $k) (i32.const 8)))
          (br_if $round (local.get $k)))
        (local.set $from (i32.add (local.get $from) (local.get $stride)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $row))))

  ;; out[i][j] = bias[j] + scale[i] * weightScale[j] * (x[i] . w[j]) for four rows and eight columns at a time. Weights lie
  ;; in pairs of inputs: w[0][j] w[1][j] beside one another. Rows are rounded up to a multiple of four.
  (func (export "multiply")
    (param $x i32) (param $scales i32) (param $rows i32) (param $inputs i32)
    (param $w i32) (param $weightScales i32) (param $bias i32) (param $columns i32) (param $out i32)
    (local $rowBytes i32) (local $outBytes i32) (local $j i32) (local $k i32) (local $p i32) (local $q i32)
    (local $s v128) (local $o i32) (local $w0 v128) (local $w1 v128)
    (local $a00 v128) (local $a01 v128) (local $a10 v128) (local $a11 v128) (local $a20 v128) (local $a21 v128) (local $a30 v128) (local $a31 v128)
    (local.set $rowBytes (i32.shl (local.get $inputs) (i32.const 1)))
    (local.set $outBytes (i32.shl (local.get $columns) (i32.const 2)))
    (block $done
      (loop $four
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $j (i32.const 0))
        (loop $eight
          (local.set $a00 (v128.const i32x4 0 0 0 0))
          (local.set $a01 (v128.const i32x4 0 0 0 0))
          (local.set $a10 (v128.const i32x4 0 0 0 0))
          (local.set $a11 (v128.const i32x4 0 0 0 0))
          (local.set $a20 (v128.const i32x4 0 0 0 0))
          (local.set $a21 (v128.const i32x4 0 0 0 0))
          (local.set $a30 (v128.const i32x4 0 0 0 0))
          (local.set $a31 (v128.const i32x4 0 0 0 0))
          (local.set $p (local.get $x))
          (local.set $q (i32.add (local.get $w) (i32.shl (local.get $j) (i32.const 2))))
          (local.set $k (local.get $inputs))
          (loop $pair
            (local.set $w0 (v128.load (local.get $q)))
            (local.set $w1 (v128.load offset=16 (local.get $q)))
            (local.set $s (v128.load32_splat (local.get $p)))
            (local.set $a00 (i32x4.add (local.get $a00) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a01 (i32x4.add (local.get $a01) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $s (v128.load32_splat (i32.add (local.get $p) (local.get $rowBytes))))
            (local.set $a10 (i32x4.add (local.get $a10) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a11 (i32x4.add (local.get $a11) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $s (v128.load32_splat (i32.add (local.get $p) (i32.mul (local.get $rowBytes) (i32.const 2)))))
            (local.set $a20 (i32x4.add (local.get $a20) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a21 (i32x4.add (local.get $a21) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $s (v128.load32_splat (i32.add (local.get $p) (i32.mul (local.get $rowBytes) (i32.const 3)))))
            (local.set $a30 (i32x4.add (local.get $a30) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a31 (i32x4.add (local.get $a31) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $p (i32.add (local.get $p) (i32.const 4)))
            (local.set $q (i32.add (local.get $q) (local.get $outBytes)))
            (local.set $k (i32.sub (local.get $k) (i32.const 2)))
            (br_if $pair (local.get $k)))
          (local.set $q (i32.shl (local.get $j) (i32.const 2)))
          (local.set $o (i32.add (local.get $out) (local.get $q)))
          (local.set $s (v128.load32_splat offset=0 (local.get $scales)))
          (v128.store (local.get $o)
            (f32x4.add
              (v128.load (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a00)) (local.get $s))
                (v128.load (i32.add (local.get $weightScales) (local.get $q))))))
          (v128.store offset=16 (local.get $o)
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a01)) (local.get $s))
                (v128.load offset=16 (i32.add (local.get $weightScales) (local.get $q))))))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=4 (local.get $scales)))
          (v128.store (local.get $o)
            (f32x4.add
              (v128.load (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a10)) (local.get $s))
                (v128.load (i32.add (local.get $weightScales) (local.get $q))))))
          (v128.store offset=16 (local.get $o)
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a11)) (local.get $s))
                (v128.load offset=16 (i32.add (local.get $weightScales) (local.get $q))))))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=8 (local.get $scales)))
          (v128.store (local.get $o)
            (f32x4.add
              (v128.load (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a20)) (local.get $s))
                (v128.load (i32.add (local.get $weightScales) (local.get $q))))))
          (v128.store offset=16 (local.get $o)
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a21)) (local.get $s))
                (v128.load offset=16 (i32.add (local.get $weightScales) (local.get $q))))))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=12 (local.get $scales)))
          (v128.store (local.get $o)
            (f32x4.add
              (v128.load (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a30)) (local.get $s))
                (v128.load (i32.add (local.get $weightScales) (local.get $q))))))
          (v128.store offset=16 (local.get $o)
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $bias) (local.get $q)))
              (f32x4.mul
                (f32x4.mul (f32x4.convert_i32x4_s (local.get $a31)) (local.get $s))
                (v128.load offset=16 (i32.add (local.get $weightScales) (local.get $q))))))
          (local.set $j (i32.add (local.get $j) (i32.const 8)))
          (br_if $eight (i32.lt_s (local.get $j) (local.get $columns))))
        (local.set $x (i32.add (local.get $x) (i32.shl (local.get $rowBytes) (i32.const 2))))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $outBytes) (i32.const 2))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 16)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
        (br $four)))))
