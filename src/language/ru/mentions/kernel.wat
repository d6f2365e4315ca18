;; The sums of the tagger. A row has the scores of one token as 16-bit whole numbers, in five planes of as many lanes: the labels
;; O, B, I, L and U of each type. Sums of whole numbers are the same in any order. All places and lengths count in bytes.
(module
  (import "tagger" "memory" (memory 1))

  ;; out[i] = the sum over k = 0 … 4 of the k-th row at forms[i + k], for `rows` rows of `length` bytes (a multiple of 16), one
  ;; behind the other: each token is told of by the forms from two before it to two after it.
  (func (export "sumForms") (param $forms i32) (param $rows i32) (param $length i32) (param $out i32)
    (local $k i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $e i32)
    (block $done
      (loop $row
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $a (i32.load (local.get $forms)))
        (local.set $b (i32.add (i32.load offset=4 (local.get $forms)) (local.get $length)))
        (local.set $c (i32.add (i32.load offset=8 (local.get $forms)) (i32.mul (local.get $length) (i32.const 2))))
        (local.set $d (i32.add (i32.load offset=12 (local.get $forms)) (i32.mul (local.get $length) (i32.const 3))))
        (local.set $e (i32.add (i32.load offset=16 (local.get $forms)) (i32.mul (local.get $length) (i32.const 4))))
        (local.set $k (i32.const 0))
        (loop $eight
          (v128.store (i32.add (local.get $out) (local.get $k))
            (i16x8.add
              (i16x8.add
                (i16x8.add
                  (v128.load (i32.add (local.get $a) (local.get $k)))
                  (v128.load (i32.add (local.get $b) (local.get $k))))
                (i16x8.add
                  (v128.load (i32.add (local.get $c) (local.get $k)))
                  (v128.load (i32.add (local.get $d) (local.get $k)))))
              (v128.load (i32.add (local.get $e) (local.get $k)))))
          (local.set $k (i32.add (local.get $k) (i32.const 16)))
          (br_if $eight (i32.lt_s (local.get $k) (local.get $length))))
        (local.set $forms (i32.add (local.get $forms) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (local.get $length)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $row))))

  ;; Adds the weights of the features of each row: `count` hashes (0: none) a row, to `length` bytes of scores. Four passes over a
  ;; row, so that the memory is asked for many places at once: which hashes the table may have (a bit for each value of a hash's
  ;; first 22 bits, at `present`); their slots, each touched so that it comes near; where their runs of weights are (open addressing
  ;; at `slots`: the hash; start of the run * 256 + its length, 0 for an empty slot), each touched at both ends; the weights (at
  ;; `runs`: place in the row * 256 + weight). `found` has room for `count` + 1 words.
  (func (export "addFeatures")
    (param $features i32) (param $count i32) (param $rows i32) (param $length i32) (param $out i32)
    (param $present i32) (param $slots i32) (param $mask i32) (param $runs i32) (param $found i32)
    (local $stop i32) (local $hash i32) (local $at i32) (local $end i32) (local $slot i32) (local $run i32) (local $last i32)
    (local $entry i32) (local $pair i32) (local $touched i32) (local $place i32)
    (block $done
      (loop $row
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $stop (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
        (local.set $end (local.get $found))
        (loop $ask
          (local.set $hash (i32.load (local.get $features)))
          (i32.store (local.get $end) (local.get $hash))
          (local.set $end
            (i32.add
              (local.get $end)
              (i32.shl
                (i32.and
                  (i32.and
                    (i32.shr_u
                      (i32.load (i32.add (local.get $present) (i32.shl (i32.shr_u (local.get $hash) (i32.const 15)) (i32.const 2))))
                      (i32.shr_u (local.get $hash) (i32.const 10)))
                    (i32.const 1))
                  (i32.ne (local.get $hash) (i32.const 0)))
                (i32.const 2))))
          (local.set $features (i32.add (local.get $features) (i32.const 4)))
          (br_if $ask (i32.lt_u (local.get $features) (local.get $stop))))
        (local.set $at (local.get $found))
        (block $near
          (loop $bring
            (br_if $near (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $touched
              (i32.add
                (local.get $touched)
                (i32.load
                  (i32.add (local.get $slots) (i32.shl (i32.and (i32.load (local.get $at)) (local.get $mask)) (i32.const 3))))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $bring)))
        (local.set $last (local.get $found))
        (local.set $at (local.get $found))
        (block $looked
          (loop $look
            (br_if $looked (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $hash (i32.load (local.get $at)))
            (local.set $slot (i32.and (local.get $hash) (local.get $mask)))
            (block $settled
              (loop $probe
                (local.set $place (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 3))))
                (local.set $run (i32.load offset=4 (local.get $place)))
                (br_if $settled (i32.eqz (local.get $run)))
                (br_if $settled (i32.eq (i32.load (local.get $place)) (local.get $hash)))
                (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (local.get $mask)))
                (br $probe)))
            (local.set $entry (i32.add (local.get $runs) (i32.shl (i32.shr_u (local.get $run) (i32.const 8)) (i32.const 1))))
            (local.set $touched
              (i32.add
                (local.get $touched)
                (i32.add
                  (i32.load8_u (local.get $entry))
                  (i32.load8_u
                    (i32.add (local.get $entry) (i32.shl (i32.and (local.get $run) (i32.const 255)) (i32.const 1)))))))
            (i32.store (local.get $last) (local.get $run))
            (local.set $last
              (i32.add (local.get $last) (i32.shl (i32.ne (local.get $run) (i32.const 0)) (i32.const 2))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $look)))
        ;; what was touched is used, so that no compiler leaves it out
        (i32.store (local.get $last) (local.get $touched))
        (local.set $at (local.get $found))
        (block $added
          (loop $run
            (br_if $added (i32.ge_u (local.get $at) (local.get $last)))
            (local.set $run (i32.load (local.get $at)))
            (local.set $entry (i32.add (local.get $runs) (i32.shl (i32.shr_u (local.get $run) (i32.const 8)) (i32.const 1))))
            (local.set $stop
              (i32.add (local.get $entry) (i32.shl (i32.and (local.get $run) (i32.const 255)) (i32.const 1))))
            (loop $weight
              (local.set $pair (i32.load16_u (local.get $entry)))
              (local.set $place
                (i32.add (local.get $out) (i32.shl (i32.shr_u (local.get $pair) (i32.const 8)) (i32.const 1))))
              (i32.store16 (local.get $place)
                (i32.add (i32.load16_u (local.get $place)) (i32.extend8_s (local.get $pair))))
              (local.set $entry (i32.add (local.get $entry) (i32.const 2)))
              (br_if $weight (i32.lt_u (local.get $entry) (local.get $stop))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $run)))
        (local.set $out (i32.add (local.get $out) (local.get $length)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $row))))

  ;; out[lane] = the most by which a label of the lane stands above its O, over all rows; a plane is `lanes` bytes long.
  (func (export "standOut") (param $at i32) (param $rows i32) (param $lanes i32) (param $out i32)
    (local $k i32) (local $row i32) (local $p i32) (local $most v128)
    (loop $eight
      (local.set $most (v128.const i16x8 -32768 -32768 -32768 -32768 -32768 -32768 -32768 -32768))
      (local.set $p (i32.add (local.get $at) (local.get $k)))
      (local.set $row (local.get $rows))
      (loop $step
        (local.set $most
          (i16x8.max_s
            (local.get $most)
            (i16x8.sub
              (i16x8.max_s
                (i16x8.max_s
                  (v128.load (i32.add (local.get $p) (local.get $lanes)))
                  (v128.load (i32.add (local.get $p) (i32.mul (local.get $lanes) (i32.const 2)))))
                (i16x8.max_s
                  (v128.load (i32.add (local.get $p) (i32.mul (local.get $lanes) (i32.const 3))))
                  (v128.load (i32.add (local.get $p) (i32.mul (local.get $lanes) (i32.const 4))))))
              (v128.load (local.get $p)))))
        (local.set $p (i32.add (local.get $p) (i32.mul (local.get $lanes) (i32.const 5))))
        (local.set $row (i32.sub (local.get $row) (i32.const 1)))
        (br_if $step (local.get $row)))
      (v128.store (i32.add (local.get $out) (local.get $k)) (local.get $most))
      (local.set $k (i32.add (local.get $k) (i32.const 16)))
      (br_if $eight (i32.lt_s (local.get $k) (local.get $lanes))))))
